"""Wording: what a model's refusal means in plain words, by the type of the refusal."""

import re
from typing import Any, get_args

from pydantic_core.core_schema import ErrorType

REFUSALS: frozenset[str] = frozenset(get_args(ErrorType))
"""Every type of refusal that is not in our own words."""

EXPECTED: dict[str, str] = {
    **dict.fromkeys(("string_type", "string_unicode", "bytes_type", "url_type", "json_type"), "a text"),
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float", "int_parsing_size"), "a whole number"),
    **dict.fromkeys(("float_type", "float_parsing", "decimal_type", "decimal_parsing"), "a number"),
    **dict.fromkeys(("complex_type", "complex_str_parsing"), "a number"),
    **dict.fromkeys(("fraction_type", "fraction_parsing"), "a number or a fraction such as 1/9"),
    **dict.fromkeys(("bool_type", "bool_parsing"), "true or false"),
    **dict.fromkeys(
        ("list_type", "tuple_type", "set_type", "frozen_set_type", "deque_type", "iterable_type"), "a list"
    ),
    **dict.fromkeys(("dict_type", "mapping_type", "frozen_dict_type", "ordered_dict_type", "counter_type"), "a map"),
    **dict.fromkeys(("model_type", "model_attributes_type", "dataclass_type", "dataclass_exact_type"), "a map"),
    **dict.fromkeys(("named_tuple_type", "arguments_type"), "a map"),
    **dict.fromkeys(("date_type", "date_parsing", "date_from_datetime_parsing"), "a date such as 2024-09-30"),
    **dict.fromkeys(("date_from_datetime_inexact", "datetime_from_date_parsing"), "a date such as 2024-09-30"),
    **dict.fromkeys(("datetime_type", "datetime_parsing", "datetime_object_invalid"), "a date and time"),
    **dict.fromkeys(("time_type", "time_parsing"), "a time such as 12:30"),
    **dict.fromkeys(("time_delta_type", "time_delta_parsing"), "a length of time"),
    **dict.fromkeys(("none_required", "missing_sentinel_error", "ellipsis_error"), "left empty"),
    **dict.fromkeys(("uuid_type", "uuid_parsing"), "an identifier"),
}
"""What should stand in place of a value of another sort."""

CHOICES = {"literal_error", "enum"}
"""Refusals of a word that is none of those allowed."""

LIMITS: dict[str, tuple[str, str]] = {
    "greater_than": ("bad-value", "has to be more than {gt}"),
    "greater_than_equal": ("bad-value", "has to be {ge} or more"),
    "less_than": ("bad-value", "has to be less than {lt}"),
    "less_than_equal": ("bad-value", "has to be {le} or less"),
    "multiple_of": ("bad-value", "has to be a multiple of {multiple_of}"),
    "finite_number": ("bad-value", "has to be a number that can be shown"),
    "too_short": ("too-short", "needs at least {min_length} entries, and has {actual_length}"),
    "too_long": ("too-long", "may have {max_length} entries at most, and has {actual_length}"),
    "string_too_short": ("too-short", "needs at least {min_length} characters"),
    "string_too_long": ("too-long", "may have {max_length} characters at most"),
    "bytes_too_short": ("too-short", "needs at least {min_length} characters"),
    "bytes_too_long": ("too-long", "may have {max_length} characters at most"),
    "url_too_long": ("too-long", "may have {max_length} characters at most"),
    "string_pattern_mismatch": ("bad-value", "is not written in the form that is needed here"),
    "string_not_ascii": ("bad-value", "may hold only letters a to z, digits and half-width signs"),
    "date_past": ("bad-value", "has to lie in the past"),
    "date_future": ("bad-value", "has to lie in the future"),
    "datetime_past": ("bad-value", "has to lie in the past"),
    "datetime_future": ("bad-value", "has to lie in the future"),
    "timezone_naive": ("bad-value", "has to be written without a time zone"),
    "timezone_aware": ("bad-value", "has to be written with a time zone"),
    "timezone_offset": ("bad-value", "has to be written in another time zone"),
    "decimal_max_digits": ("bad-value", "may have {max_digits} digits at most"),
    "decimal_max_places": ("bad-value", "may have {decimal_places} digits after the point at most"),
    "decimal_whole_digits": ("bad-value", "may have {whole_digits} digits before the point at most"),
    "url_parsing": ("bad-value", "is not a web address"),
    "url_syntax_violation": ("bad-value", "is not a web address"),
    "url_scheme": ("bad-value", "is not a web address of an allowed sort"),
    "uuid_version": ("bad-value", "is not an identifier of the sort that is needed here"),
    "invalid_key": ("unknown-key", "has to be a text"),
    "set_item_not_hashable": ("wrong-type", "cannot be a list or a map"),
    "bytes_invalid_encoding": ("bad-value", "is not written in the form that is needed here"),
    "json_invalid": ("bad-value", "is not written in the form that is needed here"),
}
"""What a value of the right sort breaks, as code and message."""


def limit(kind: str, context: dict[str, Any]) -> tuple[str, str]:
    """Code and message of a refusal that says no more than its type."""
    code, text = LIMITS.get(kind, ("bad-value", "is not allowed here"))
    figures = {name: f"{value:.10g}" if isinstance(value, float) else value for name, value in context.items()}
    message = text.format_map(_Known(figures))
    return code, re.sub(r"\b1 (entr|character)(?:ies|s)\b", lambda one: f"1 {one[1].replace('entr', 'entry')}", message)


class _Known(dict[str, Any]):
    def __missing__(self, name: str) -> str:
        return "…"
