//! The business on its papers: name, address, numbers, logo.

use super::Desk;
use super::facts::{lines_of, party_lines};
use crate::settings;
use books::kinds;
use interchange::{DecodedRecord, FieldValue, decode, spec};
use pdf::Sender;
use store::StoreError;

/// Who sends a paper, and the country of the business where it names one.
pub(super) struct Business {
    pub sender: Sender,
    pub country: Option<String>,
}

/// Reads the business details. Without them, or without a name in them, the name of the business
/// in this program stands on the paper.
pub(super) fn business(desk: &Desk<'_>) -> Result<Business, StoreError> {
    let details = details(desk)?;
    let text = |name: &str| {
        details
            .as_ref()
            .and_then(|details| named_text(details, name))
    };
    let mut sender = Sender {
        name: text("Name").unwrap_or_else(|| desk.profile.name.clone()),
        address: text("Address").map_or_else(Vec::new, |address| lines_of(&address)),
        details: Vec::new(),
        logo: settings::logo(desk.reader)?,
    };
    sender.details = text("Identifiers").map_or_else(Vec::new, |numbers| lines_of(&numbers));
    if let Some(details) = &details {
        sender.details.extend(party_lines(desk, details)?);
    }
    let country = desk.profile.country.clone();
    Ok(Business { sender, country })
}

fn details(desk: &Desk<'_>) -> Result<Option<DecodedRecord>, StoreError> {
    let found = desk.reader.object(kinds::BUSINESS_DETAILS)?;
    Ok(found.and_then(|object| decode(object.content_type, &object.content).ok()))
}

/// A text of the business details that is not blank.
fn named_text(details: &DecodedRecord, name: &str) -> Option<String> {
    let number = spec(kinds::BUSINESS_DETAILS)?.field_by_name(name)?.number;
    let text = details.value(number).and_then(FieldValue::text)?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
