"""`python -m pipeline`: the same as the command `gongshi`."""

from pipeline.cli import main

main()
