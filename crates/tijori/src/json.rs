//! Facts as JSON: English keys, Latin digits, decimal amounts as text.

use backup::{FilePlan, Verification};
use pages::Locale;
use serde_json::{Map, Value, json};

/// Bytes as lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The findings of a plan: level and sentence.
pub fn findings(plan: &FilePlan, locale: Locale) -> Vec<(&'static str, String)> {
    plan.findings
        .iter()
        .map(|finding| {
            let sentence = locale.error(&format!("finding-{}", finding.code), &finding.arguments);
            (finding.level.code(), sentence)
        })
        .collect()
}

/// Names with counts as an object.
fn counts(of: &[(String, u64)]) -> Value {
    let members: Map<String, Value> = of
        .iter()
        .map(|(name, count)| (name.clone(), json!(count)))
        .collect();
    Value::Object(members)
}

/// What a file is.
pub fn plan_facts(plan: &FilePlan) -> Value {
    // Of History left out the manifest still tells the head.
    let present = Some(plan.history_head).filter(|head| head.sequence > 0);
    let head = present.or(plan.withheld_head);
    let findings: Vec<Value> = plan
        .findings
        .iter()
        .zip(findings(plan, Locale::default()))
        .map(|(finding, (level, message))| {
            json!({
                "level": level,
                "code": finding.code,
                "message": message,
                "record": finding.record.map(|key| key.to_string()),
            })
        })
        .collect();
    let absent: Vec<Value> = plan
        .absent
        .iter()
        .map(|(section, absence)| match absence {
            backup::Absence::LeftOut { by } => {
                json!({ "section": section.code(), "why": "left-out", "by": by })
            }
            backup::Absence::Missing => json!({ "section": section.code(), "why": "not-in-file" }),
        })
        .collect();
    json!({
        "file": plan.file_name,
        "form": plan.form.code(),
        "encrypted": plan.encrypted,
        "sealed": plan.sealed,
        "bytes": plan.bytes_count,
        "sha256": hex(&plan.sha256),
        "business_name": plan.business_name,
        "country": plan.country,
        "time_zone": plan.time_zone,
        "made": plan.made.as_ref().map(|made| json!({
            "at": made.at.to_string(),
            "by": made.by,
            "program_version": made.program_version,
        })),
        "schema_version": plan.schema_version,
        "records": plan.records_count,
        "by_type": counts(&plan.by_type),
        "unknown_types": counts(&plan.unknown_types),
        "unknown_fields": counts(&plan.unknown_fields),
        "attachments": plan.attachments_count,
        "attachments_bytes": plan.attachments_bytes,
        "emails": plan.emails_count,
        "history": plan.history_count,
        "history_head": head.map(|head| json!({
            "sequence": head.sequence,
            "hash": hex(&head.hash),
        })),
        "carried_tables": counts(&plan.carried_tables),
        "absent": absent,
        "findings": findings,
        "content_digest": plan.content_digest.to_string(),
        "trial_balance": {
            "currency": plan.fingerprint.currency,
            "total_debit": plan.fingerprint.total_debit.to_string(),
            "total_credit": plan.fingerprint.total_credit.to_string(),
        },
    })
}

/// The four sections of a verified file.
pub fn section_facts(verification: &Verification) -> Value {
    let members: Map<String, Value> = verification
        .sections
        .iter()
        .map(|section| {
            let facts = json!({
                "state": if section.left_out_by.is_some() { "left-out" } else { "present" },
                "left_out_by": section.left_out_by,
                "rows": section.rows_count,
                "bytes": section.bytes_count,
                "digest": hex(&section.digest),
                "agrees": section.agrees,
            });
            (section.name.to_owned(), facts)
        })
        .collect();
    Value::Object(members)
}
