"""Fuzzing: the same targets under hypothesis (in every test run) and under a coverage-guided fuzzer (`make fuzz`)."""
