"""New programmes and submissions, ready to be filled in.

In: a model and answers, or a programme and an id. Out: texts by path. Reads the models that come with the product,
writes nothing. Must not know terminals, or who is asked.
"""

from pipeline.scaffold.programme import MODELS, Answers, programme
from pipeline.scaffold.repository import repository
from pipeline.scaffold.submission import New, next_id, path_of, submission

__all__ = ["MODELS", "Answers", "New", "next_id", "path_of", "programme", "repository", "submission"]
