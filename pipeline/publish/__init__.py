"""A set of outputs becomes output/site/ in one swap; what was there before stays whole until then.

In: outputs, the output folder. Out: Published, or findings (X9xx) and the old site untouched. Alone touches output/.
Must not know pages, candidates, or which day it is. output/staff/ is not ours and is never looked at.

    output/site/                 the live tree: exactly the last outputs, a plain folder
    output/.gongshi/spare/       the tree before it; the next build brings it level and swaps it in
    output/.gongshi/former/      the old live tree between two renames, where two names cannot be exchanged
    output/.gongshi/<inode>.json the manifest of the tree with that inode: what it holds, and the look of every file
    output/.gongshi/lock         held while a build publishes; the system frees it when its holder dies

A manifest stands only while its tree holds just that: it is withdrawn before the tree is touched, and written when the
tree is level and on the disk. It is named by the tree's inode, so it goes along when two trees exchange their names.

Outputs may be drawn as they are asked for; each is let go when the next one comes, so a site need not fit in memory.
One may also come as `Kept`: only its digest, where the caller knows that it need not be drawn; or, of a first site, as
`Written`, where a copy of the publishing process wrote it in step 5 (`Ahead`). The copy holds the lock too, and it is
ended before anything comes after step 5. Where there was no spare, two processes bring over what does not differ.

Steps of a publish, and what a kill after each leaves:

1. take the lock, finish a half swap     the old site
2. look at the live tree                 the old site
3. compare what comes with it            the old site; where nothing differs to the end, nothing was written
4. at the first difference:
   withdraw the spare's manifest         the old site; the next build looks at the spare file by file
5. write what differs to the spare as it
   comes, bring over what does not, then
   remove what did not come              the old site; as before, whatever stands half-written is written again
6. flush to the disk                     the old site; as before
7. write the spare's manifest            the old site; the next build finds the spare level
8. exchange the two names                the new site; the old tree is the spare
9. forget manifests of trees that went   the new site

Whatever stops the outputs on the way (an address that may not be, AbandonError, any error of theirs) leaves what a kill
in step 5 leaves. What does not differ is as in the live tree, so its bytes are taken from there where the spare has
others, and their digest is compared again; they are copied, never linked, for trees share no file.

Where two names cannot be exchanged (Windows, some network drives), step 8 is three renames, and `former` tells the
next start how far they came:

8a. site -> former     no site/: `recover` or the next build puts the spare there, for it was level before 8a
8b. spare -> site      the new site; former is put away as the spare by the next build
8c. former -> spare    the new site

The cost is what changed: a look (lstat) at every file and folder of both trees, and the writing of what differs.
Whoever changes output/site/ by hand is found out by size, time or mode of a file, or by the time of a folder; then the
tree is read file by file, and what differs is put right by the same swap, never in the live tree.

A file is never written in place: the name is removed and made anew, so a reader who still has the old file open, or a
hard link of it, keeps the old bytes. A file that says what it said keeps its time through all swaps, so that browsers
and rsync see no change; SOURCE_DATE_EPOCH gives all files one time. Files and folders of a tree are readable by
everybody whatever the umask, because a web server is another user; .gongshi/ is not, because the spare may still hold
who was taken down since.

On the disk: everything below output/ is flushed once, before the swap (`syncfs`; where there is no such call, `sync`;
on Windows each file as it is written). A power cut leaves the old or the new site; the swap itself is not waited for.
"""

from pipeline.publish.ahead import Ahead, Written
from pipeline.publish.asked import AbandonError, Asked, Kept
from pipeline.publish.digest import digest, is_copy, published
from pipeline.publish.standing import fetch, inventory, last_run, mark, stands
from pipeline.publish.streaming import Published
from pipeline.publish.swap import recover, swap

__all__ = [
    "AbandonError",
    "Ahead",
    "Asked",
    "Kept",
    "Published",
    "Written",
    "digest",
    "fetch",
    "inventory",
    "is_copy",
    "last_run",
    "mark",
    "published",
    "recover",
    "stands",
    "swap",
]
