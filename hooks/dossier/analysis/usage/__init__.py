"""Which names are used for the same thing, by whom: every name, looked for in every quote."""
