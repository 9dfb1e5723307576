"""A plan is carried out, and the ledger written along with it.

In: a plan, the site, a destination. Out: nothing, or FailedError and a destination that the next deploy finishes.
"""

from collections.abc import Callable
from itertools import groupby

from pipeline.deploy import ledger
from pipeline.deploy.destination import Destination
from pipeline.deploy.ledger import Ledger
from pipeline.deploy.plan import Deed, Plan
from pipeline.deploy.source import Source


def carry(plan: Plan, source: Source, destination: Destination, step: Callable[[], None]) -> None:
    """Do what the plan says; `step` is called after each file. Raises FailedError where that cannot be finished."""
    now = plan.before
    for deed, group in groupby(plan.batches, key=lambda each: each.deed):
        batches = tuple(group)
        paths = [path for batch in batches for path in batch.paths]
        now = ledger.changing(now, paths) if deed is Deed.CHANGED else ledger.coming_or_going(now, paths)
        destination.save(ledger.write(now))
        for number, batch in enumerate(batches):
            if deed is Deed.REMOVED:
                destination.remove(batch.paths, step)
                now = ledger.settled(now, {}, batch.paths)
            else:
                destination.put(batch.paths, source, step)
                now = ledger.settled(now, {path: plan.wanted[path] for path in batch.paths})
            if number < len(batches) - 1 and batch.kind == batches[number + 1].kind:
                destination.save(ledger.write(now))
    if Ledger(plan.wanted) != plan.before:
        destination.save(ledger.write(Ledger(plan.wanted)))
