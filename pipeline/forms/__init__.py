"""Forms and settings' schemas: what a file may say, and what is wrong with what it says.

In: form.yml, the shipped schemas, documents. Out: `Form`, values, findings (S2xx). Alone touches jsonschema.
"""

from pipeline.forms.judge import OWN_KEYS, fits, judge, judge_settings
from pipeline.forms.load import load_form
from pipeline.forms.types import Cover, CoverLine, Field, Form, Layout, LayoutCell, LayoutRow, Secret, Value

__all__ = [
    "OWN_KEYS",
    "Cover",
    "CoverLine",
    "Field",
    "Form",
    "Layout",
    "LayoutCell",
    "LayoutRow",
    "Secret",
    "Value",
    "fits",
    "judge",
    "judge_settings",
    "load_form",
]
