"""The consistency check of reports (一致性核查): numbers that do not fit, with both sources.

It tells only what the words leave no doubt about: a hedged, ambiguous or unnamed number is
passed over, and every finding shows its arithmetic.
"""

from assistant.audit.model import AuditResult, Checked, Finding, FindingKind, Severity, Term
from assistant.audit.run import audit_library, audit_reports, stream_library

__all__ = [
    "AuditResult",
    "Checked",
    "Finding",
    "FindingKind",
    "Severity",
    "Term",
    "audit_library",
    "audit_reports",
    "stream_library",
]
