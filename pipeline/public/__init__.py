"""THE WALL: the only door from the private model to the site.

In: a Site and the day. Out: a PublicSite of other types, filled field by field, and every withheld value.
Must not know addresses, HTML or files.
"""

from pipeline.public.project import project

__all__ = ["project"]
