//! What was meant by what was typed where a name is typed instead of picked.

use super::{Choices, Offered, Source, settles};
use crate::records::form::Place;
use crate::records::search::folded;
use books::Key;
use store::StoreError;

/// What was found for something that was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::records) enum Found {
    /// The value that a list would have sent.
    One(String),
    /// Nothing is called so.
    Nothing,
    /// More than one is called so.
    Several,
}

impl Choices<'_, '_> {
    /// The value of the record of a source that was meant.
    pub(in crate::records) fn find(
        &self,
        source: Source,
        typed: &str,
    ) -> Result<Found, StoreError> {
        if typed.parse::<Key>().is_ok() {
            return Ok(Found::One(typed.to_owned()));
        }
        match find(&self.of(source)?, typed) {
            Found::Nothing => self.find_document(source, typed, ""),
            found => Ok(found),
        }
    }

    /// The value of the choice of a place that was meant.
    pub(in crate::records) fn find_place(
        &self,
        place: &'static Place,
        typed: &str,
    ) -> Result<Found, StoreError> {
        let is_value = typed.split_once(':').is_some_and(|(token, key)| {
            key.parse::<Key>().is_ok() && place.routes.iter().any(|route| route.token == token)
        });
        if is_value {
            return Ok(Found::One(typed.to_owned()));
        }
        let found = find(&self.of_place(place)?, typed);
        if found != Found::Nothing {
            return Ok(found);
        }
        for route in settles::routes(place, self.settles.get()) {
            if !route.source.is_unpaid_only() {
                continue;
            }
            let found = self.find_document(route.source, typed, route.token)?;
            if found != Found::Nothing {
                return Ok(found);
            }
        }
        Ok(Found::Nothing)
    }

    /// A document that is not suggested, by its reference: there may be a hundred thousand, and
    /// those that are paid can still be named.
    fn find_document(&self, source: Source, typed: &str, token: &str) -> Result<Found, StoreError> {
        let wanted = folded(typed.trim());
        let mut found = Found::Nothing;
        for kind in source.kinds() {
            let is_document =
                interchange::spec(*kind).is_some_and(|spec| spec.date_field.is_some());
            if !is_document || !self.names.sight()?.is_of(*kind) {
                continue;
            }
            self.names
                .reader()
                .each_object(Some(*kind), &mut |object| {
                    let title = interchange::title(&object).map(|title| folded(&title));
                    if !object.is_keyed_by_kind() && title.as_ref() == Some(&wanted) {
                        let value = if token.is_empty() {
                            object.key.to_string()
                        } else {
                            format!("{token}:{}", object.key)
                        };
                        found = match found {
                            Found::Nothing => Found::One(value),
                            _ => Found::Several,
                        };
                    }
                    Ok(())
                })?;
        }
        Ok(found)
    }
}

/// The offer that was meant: the one with this label; else the only invoice of this number of whom
/// the document is with; else the only one with this code or name; else the only one whose label
/// holds what was typed. Upper and lower case are the same.
fn find(offers: &[Offered], typed: &str) -> Found {
    let wanted = folded(typed.trim());
    let by = |fits: &dyn Fn(&Offered) -> bool| {
        let mut fitting = offers.iter().filter(|one| fits(one));
        match (fitting.next(), fitting.next()) {
            (None, _) => Found::Nothing,
            (Some(one), None) => Found::One(one.value.clone()),
            _ => Found::Several,
        }
    };
    let ways: [&dyn Fn(&Offered) -> bool; 4] = [
        &|one| folded(&one.label) == wanted,
        &|one| one.is_theirs && folded(&one.name) == wanted,
        &|one| !one.inactive && (folded(&one.code) == wanted || folded(&one.name) == wanted),
        &|one| !one.inactive && folded(&one.label).contains(&wanted),
    ];
    let mut found = Found::Nothing;
    for way in ways {
        found = by(way);
        if found != Found::Nothing {
            break;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offer(value: &str, code: &str, name: &str) -> Offered {
        Offered {
            value: value.to_owned(),
            key: Key::NIL,
            label: format!("{code} · {name}"),
            group: String::new(),
            is_theirs: false,
            code: code.to_owned(),
            name: name.to_owned(),
            inactive: false,
            open: None,
        }
    }

    #[test]
    fn a_number_names_the_invoice_of_whom_the_document_is_with() {
        let theirs = Offered {
            is_theirs: true,
            ..offer("mine", "", "6")
        };
        let found = find(&[offer("another", "", "6"), theirs], "6");
        assert_eq!(found, Found::One("mine".to_owned()));
    }

    #[test]
    fn codes_names_and_parts_are_found_when_they_name_one() {
        let offers = [
            offer("a", "C1", "Karim & Sons"),
            offer("b", "C2", "Karima Traders"),
            offer("c", "C3", "Rahim"),
        ];
        let one = |value: &str| Found::One(value.to_owned());
        assert_eq!(find(&offers, "c1 · KARIM & sons"), one("a"));
        assert_eq!(find(&offers, "c2"), one("b"));
        assert_eq!(find(&offers, " rahim "), one("c"));
        assert_eq!(find(&offers, "traders"), one("b"));
        assert_eq!(find(&offers, "karim"), Found::Several);
        assert_eq!(find(&offers, "nobody"), Found::Nothing);
    }
}
