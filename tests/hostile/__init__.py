"""Hostile and clumsy files, made here and never committed, each with the findings that it must give."""
