"""A set of outputs becomes output/site/ in one swap; what was there before stays whole until then.

In: outputs. Out: Published, or findings (X9xx) and the old site untouched. Alone touches output/. Must not know pages.

    output/site/                 the live tree
    output/.gongshi/spare/       the tree before it, brought level by the next build
    output/.gongshi/<inode>.json what the tree with that inode holds; there only while the tree holds just that
    output/.gongshi/lock         held while a build publishes

Steps of a publish, and what a kill after each leaves:
1. lock, repair a half swap             old site
2. withdraw the spare's manifest        old site; the spare is not trusted and is read again by the next build
3. write and remove files of the spare  old site
4. flush to disk, write its manifest    old site; the next build finds the spare level
5. exchange the two names               new site; its manifest goes with the tree, since it is named by the inode
Where two names cannot be exchanged, step 5 is three renames: after the first there is no site/ until the next start,
which puts the level spare in its place.
"""

from pipeline.publish.swap import Published, recover, swap

__all__ = ["Published", "recover", "swap"]
