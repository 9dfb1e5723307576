"""Writers of files that are no web pages, one a file.

In: tables and documents as data. Out: bytes. Must not know whose data it is.
"""
