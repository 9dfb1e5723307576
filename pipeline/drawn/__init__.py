"""Every file of the site, drawn and searched, or taken over from the last build where it would be the same.

In: a drawing, the guard, the output folder. Out: outputs one by one, and findings. Must not know any page.
"""

from pipeline.drawn.making import Making

__all__ = ["Making"]
