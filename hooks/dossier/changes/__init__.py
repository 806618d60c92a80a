"""What changed between two versions of the data, in words: compared by id and field, told like everything else.

files ── compare ──► changes       by id and field; `form` and `match` say what is the same
         words   ──► sentences     the same on the site, in a terminal, in a pull request
         derived ──► sentences     what follows for origins, conflicts, labels, dates
         history ──► steps         what happened to each entry over all recorded versions; `pieces` keeps that quick
         report  ──► report        all of it in order; `as_text`, `as_markdown`, `as_json` show it
"""
