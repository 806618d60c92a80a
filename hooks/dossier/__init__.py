"""The annotated dossier: YAML in, pages out. Start reading at `pipeline`."""
