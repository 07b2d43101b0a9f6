"""The report: findings as lines to read, and at its end what to do, the gravest first."""

from collections.abc import Iterator, Sequence

from kiosk.doctor.finding import SUBJECTS, VERDICTS, Finding, Verdict

COLORS: dict[Verdict, str] = {"good": "32", "note": "36", "warning": "33", "fault": "1;31"}
"""What a terminal paints a verdict with. Nothing is said by colour alone."""


def report(findings: Sequence[Finding], *, in_color: bool = False) -> str:
    """One line for each finding, in groups; then the remedies; the last line sums up."""
    return "\n".join((*_groups(findings, in_color), *_remedies(findings, in_color), summary(findings)))


def _groups(findings: Sequence[Finding], in_color: bool) -> Iterator[str]:
    width = max((len(finding.subject) for finding in findings), default=0)
    for group, subjects in SUBJECTS.items():
        found = [finding for finding in findings if finding.subject in subjects]
        if not found:
            continue
        yield group
        for finding in sorted(found, key=lambda each: subjects.index(each.subject)):
            yield f"  {_word(finding.verdict, in_color)}  {finding.subject:<{width}}  {finding.message}"
        yield ""


def _remedies(findings: Sequence[Finding], in_color: bool) -> Iterator[str]:
    to_do = [finding for finding in findings if finding.remedy]
    if not to_do:
        return
    width = max(len(finding.subject) for finding in to_do)
    yield "what to do, the gravest first"
    for finding in sorted(to_do, key=lambda each: -VERDICTS.index(each.verdict)):
        yield f"  {_word(finding.verdict, in_color)}  {finding.subject:<{width}}  {finding.remedy}"
    yield ""


def _word(verdict: Verdict, in_color: bool) -> str:
    word = f"{verdict:<7}"
    return f"\x1b[{COLORS[verdict]}m{word}\x1b[0m" if in_color else word


def summary(findings: Sequence[Finding]) -> str:
    """The one sentence that an integrator needs."""
    faults, warnings = (sum(each.verdict == verdict for each in findings) for verdict in ("fault", "warning"))
    more = f"{warnings} warning{'' if warnings == 1 else 's'}"
    if faults:
        hinder = "1 fault hinders" if faults == 1 else f"{faults} faults hinder"
        return f"{hinder} playing on this machine{f'; besides: {more}' if warnings else ''}."
    if warnings:
        return f"Nothing hinders playing on this machine, but see the {more}."
    return "Nothing hinders playing on this machine."
