//! Every record against the last entry about it, and every attachment against its own record.

use super::trail::Told;
use super::{BusinessVerification, Fault, VerifyBusinessRequest};
use crate::BackupError;
use crate::layout::is_attachment;
use books::{Key, Object};
use history::Contents;
use interchange::FieldValue;
use std::collections::BTreeSet;
use std::io;
use store::{Reader, StoreError, Trace};

/// The field of an attachment record that states the SHA-256 of its bytes.
const STATED_SHA256: u32 = 12;

/// Records at fault, by key: what explains a broken seal.
pub(super) type AtFault = BTreeSet<Key>;

/// Compares them all; returns those at fault.
pub(super) fn compare(
    request: &VerifyBusinessRequest<'_>,
    reader: &dyn Reader,
    told: &Told,
    found: &mut BusinessVerification,
    step: &dyn Fn(u64) -> Result<(), BackupError>,
) -> Result<AtFault, BackupError> {
    let mut at_fault = AtFault::new();
    let mut done = 0;
    let visited = reader.each_trace(&mut |trace| {
        done += 1;
        step(done).map_err(|error| StoreError::Stopped(Box::new(error)))?;
        if let Some(fault) = fault_of(&trace, told, found) {
            at_fault.insert(trace.key);
            found.fault(fault);
        }
        if let Some(object) = trace.object.as_ref().filter(|object| is_attachment(object)) {
            judge_attachment(request, reader, object, found)?;
        }
        Ok(())
    });
    visited?;
    Ok(at_fault)
}

/// What is wrong with a record, if anything; counts it otherwise.
fn fault_of(trace: &Trace, told: &Told, found: &mut BusinessVerification) -> Option<Fault> {
    let now = trace.object.as_ref().map(contents_of).unwrap_or_default();
    let Some(last) = &trace.last else {
        // Without any entry: it came in by an import, whose seal is compared later, or it should
        // not be here.
        if told.has_imports {
            found.sealed_count += 1;
            return None;
        }
        let mut fault = Fault::new("record-without-history").about(trace.key, title_of(trace));
        fault.found = now;
        return Some(fault);
    };
    if now == last.after {
        found.by_entry_count += u64::from(trace.object.is_some());
        return None;
    }
    let code = match (&trace.object, &last.after.content) {
        (None, _) => "record-vanished",
        (Some(_), None) => "record-returned",
        (Some(_), Some(_)) => "record-altered",
    };
    let title = if last.title.is_empty() {
        title_of(trace)
    } else {
        last.title.clone()
    };
    let mut fault = Fault::new(code).at(last.sequence).about(trace.key, title);
    fault.recorded = last.after.clone();
    fault.found = now;
    Some(fault)
}

fn title_of(trace: &Trace) -> String {
    let object = trace.object.as_ref();
    object.and_then(interchange::title).unwrap_or_default()
}

pub(super) fn contents_of(object: &Object) -> Contents {
    Contents {
        content_type: Some(object.content_type),
        content: Some(object.content.clone()),
    }
}

/// The bytes of an attachment have no entry of their own; its record states what they sum to.
fn judge_attachment(
    request: &VerifyBusinessRequest<'_>,
    reader: &dyn Reader,
    object: &Object,
    found: &mut BusinessVerification,
) -> Result<(), StoreError> {
    let stated = interchange::decode(object.content_type, &object.content)
        .ok()
        .and_then(|record| match record.value(STATED_SHA256) {
            Some(FieldValue::Bytes(bytes)) => <[u8; 32]>::try_from(bytes.as_slice()).ok(),
            _ => None,
        });
    // A file may have come without the bytes, and older ones state nothing.
    let (Some(stated), Some(blob)) = (stated, reader.blob(object.key)?) else {
        return Ok(());
    };
    found.attachments_count += 1;
    let title = interchange::title(object).or(blob.name).unwrap_or_default();
    if stated != blob.sha256 {
        found.fault(Fault::new("attachment-altered").about(object.key, title));
    } else if request.reads_attachments {
        match reader.copy_blob(object.key, &mut io::sink()) {
            Err(StoreError::Damaged { .. }) => {
                found.fault(Fault::new("attachment-altered").about(object.key, title));
            }
            other => {
                other?;
            }
        }
    }
    Ok(())
}
