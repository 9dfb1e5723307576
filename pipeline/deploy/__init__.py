"""The built site → where the public reads it: a folder, a server over rsync and ssh, or object storage (S3).

In: the output folder, a destination. Out: a plan; files sent and removed there, or findings (X98x, X99x). Nothing but
what `publish` published into output/site/ ever leaves. Must not know pages' data, candidates, or any terminal.

At the destination a ledger, `.gongshi/deployed.json`, says which files earlier deploys put there and with what digest.
It is one small file to read wherever that is; times differ on every checkout, and what storage calls an ETag is a
digest on some of them only. Who changed something there by hand is found out by `--verify`, which reads everything.
Only what the ledger names is ever removed.

Steps, so that whoever follows links from the home page, or from a page that was there and stays, always arrives:

1. new files       assets, documents, certificates, lists, notices; nothing that was there links to them yet
2. changed files   in the same order, then home, feed and sitemaps; every file that they link to stands by now
3. removed files   in reverse; nothing that stands links to them any more

The ledger is written before each step, with what may be half done in it, and at the end. What a kill leaves:

in step 1    `maybe` names what may be there; no page that was there before links to it. It counts as new again.
in step 2    `changing` names what is there, in the old or the new form. It counts as changed again.
in step 3    `maybe` names what may be gone. It is removed again, or comes as new where it is wanted again.

So a deploy that was cut short is finished by the next one, also where the site is another one by then.
"""

from pipeline.deploy.address import Address, BucketAt, FolderAt, is_endpoint, parse
from pipeline.deploy.carry import carry
from pipeline.deploy.destination import Destination, FailedError
from pipeline.deploy.guard import may_leave, may_lie, newer
from pipeline.deploy.plan import Batch, Deed, Plan, draw, wanted
from pipeline.deploy.reach import Wish, reached
from pipeline.deploy.source import Source
from pipeline.deploy.state import look

__all__ = [
    "Address",
    "Batch",
    "BucketAt",
    "Deed",
    "Destination",
    "FailedError",
    "FolderAt",
    "Plan",
    "Source",
    "Wish",
    "carry",
    "draw",
    "is_endpoint",
    "look",
    "may_leave",
    "may_lie",
    "newer",
    "parse",
    "reached",
    "wanted",
]
