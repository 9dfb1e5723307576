"""Mutation testing: small faults are put into a room, one at a time, and its tests must notice. Run by `make mutation`.

cosmic-ray makes the mutants (mutmut 3 knows functions only, and much of these rooms is tables). They are tried here and
not by cosmic-ray, which would start a Python for each: a copy of a process that has all libraries loaded takes the
mutated module instead of the file, so that one costs half a second and no file of the checkout is ever changed.
"""
