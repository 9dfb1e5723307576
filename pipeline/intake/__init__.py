"""A returned form becomes a draft submission that staff complete.

In: files as they came. Out: drafts under a programme's drafts/, and a table of what was read from where. Nothing is
guessed in silence. Must not know pages or what the public may see.
"""
