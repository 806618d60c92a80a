"""What was known when: the walk through the days of publication, and what each of them brought."""
