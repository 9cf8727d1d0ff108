//! What each address asks for (SPEC-users.md, 2).
//!
//! An address that no row names asks for full access to its business, or for an administrator: what
//! is added and forgotten here is closed, not open.

use axum::http::Method;
use books::Key;
use users::Operation;

/// What an address asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Requirement {
    /// Nothing.
    Nothing,
    /// Someone who is signed in.
    SignedIn,
    /// An administrator.
    Administrator,
    /// Something in a business.
    Business(Key, Wanted),
}

/// What is wanted in a business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// An operation that the address tells.
    Told(Operation),
    /// An operation on a record, in the area of its kind.
    OnRecord(Key, Act),
    /// An operation on an attachment, in the area of the record that it belongs to.
    OnAttachment(Key, Act),
}

/// What is done in an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Looking.
    View,
    /// Making something new.
    Create,
    /// Changing.
    Edit,
    /// Deleting.
    Delete,
}

impl Act {
    /// The operation in an area.
    pub fn in_area(self, area: &str) -> Operation {
        let area = area.to_owned();
        match self {
            Self::View => Operation::View(area),
            Self::Create => Operation::Create(area),
            Self::Edit => Operation::Edit(area),
            Self::Delete => Operation::Delete(area),
        }
    }
}

/// What this request asks for. What follows the path matters where it says what is made.
pub fn requirement(method: &Method, address: &str) -> Requirement {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let reads = method == Method::GET || method == Method::HEAD;
    match parts.as_slice() {
        [
            "assets" | "sign-in" | "setup" | "new-password" | "preferences" | "health",
            ..,
        ] => Requirement::Nothing,
        [] if reads => Requirement::SignedIn,
        ["account", ..] => Requirement::SignedIn,
        ["businesses", business, rest @ ..] => match business.parse() {
            Ok(key) => Requirement::Business(key, wanted(reads, rest, query)),
            // `new`, and what is no key.
            Err(_) => Requirement::Administrator,
        },
        _ => Requirement::Administrator,
    }
}

fn wanted(reads: bool, parts: &[&str], query: &str) -> Wanted {
    let told = |act: Act, area: &str| Wanted::Told(act.in_area(area));
    match (parts, reads) {
        ([], true) => told(Act::View, "summary"),
        (["records", "unknown", ..], true) => told(Act::View, "settings"),
        (["records", slug, rest @ ..], _) => match (rest, reads) {
            ([] | ["list.csv"], true) | (["calculation"], _) => told(Act::View, slug),
            ([] | ["new"], _) => told(Act::Create, slug),
            _ => Wanted::Told(Operation::Govern),
        },
        // All files are shown there, whatever they belong to.
        (["record", _, "existing-attachments"], _) => Wanted::Told(Operation::Govern),
        // The handler asks whether the source may be seen.
        (["record", _, "copy"], true) if !target(query).is_empty() => {
            told(Act::Create, target(query))
        }
        (["record", record, rest @ ..], _) => on_record(record, rest, reads),
        (["attachments"], true) => told(Act::View, "attachments"),
        (["attachments", attachment, rest @ ..], _) => {
            let act = match (rest, reads) {
                ([] | ["preview"], true) => Act::View,
                _ => Act::Edit,
            };
            keyed(attachment, |key| Wanted::OnAttachment(key, act))
        }
        (["images", record, ..], true) => keyed(record, |key| Wanted::OnRecord(key, Act::View)),
        (["reports"], true) => told(Act::View, "reports"),
        (["reports", name, ..], true) => told(Act::View, &format!("reports/{name}")),
        (["history", ..], true) => told(Act::View, "history"),
        (["emails", rest @ ..], _) => told(on_emails(rest, reads), "emails"),
        (["settings", "email", ..], _) => Wanted::Told(Operation::Govern),
        (["settings", ..] | ["chart-of-accounts"], true) => told(Act::View, "settings"),
        _ => Wanted::Told(Operation::Govern),
    }
}

/// Writing one, or many, is making; what is done to one that is kept changes it.
fn on_emails(rest: &[&str], reads: bool) -> Act {
    match (rest, reads) {
        (["new"] | ["statements", "new"], _) => Act::Create,
        ([_, "edit"], _) => Act::Edit,
        (_, true) => Act::View,
        ([] | ["statements", ..], false) => Act::Create,
        ([_, "deletion"], false) => Act::Delete,
        (_, false) => Act::Edit,
    }
}

/// The kind that a copy is to be of, by its slug; empty for that of its source. Our links write it
/// as it is; escaped, it names no kind that anybody was allowed.
fn target(query: &str) -> &str {
    let mut parts = query.split('&').filter_map(|part| part.split_once('='));
    // The last one counts for the form; were they different, none is meant.
    let mut named = parts.by_ref().filter(|(name, _)| *name == "to");
    let first = named.next().map_or("", |(_, value)| value);
    match named.all(|(_, value)| value == first) {
        true => first,
        false => "?",
    }
}

fn on_record(record: &str, rest: &[&str], reads: bool) -> Wanted {
    let act = match (rest, reads) {
        ([] | ["pdf"] | ["as-at", _], true) => Act::View,
        (["copy"], _) => Act::Create,
        (["deletion"], _) => Act::Delete,
        _ => Act::Edit,
    };
    keyed(record, |key| Wanted::OnRecord(key, act))
}

/// What is no key is nothing that anybody but a governor should ask for.
fn keyed(text: &str, wanted: impl FnOnce(Key) -> Wanted) -> Wanted {
    match text.parse() {
        Ok(key) => wanted(key),
        Err(_) => Wanted::Told(Operation::Govern),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUSINESS: Key = Key::constant("b0000000-0000-4000-8000-000000000001");
    const RECORD: Key = Key::constant("c0000000-0000-4000-8000-000000000001");

    fn asked(method: Method, part: &str) -> Wanted {
        match requirement(&method, &format!("/businesses/{BUSINESS}{part}")) {
            Requirement::Business(BUSINESS, wanted) => wanted,
            other => panic!("{part}: {other:?}"),
        }
    }

    fn get(part: &str) -> Wanted {
        asked(Method::GET, part)
    }

    fn post(part: &str) -> Wanted {
        asked(Method::POST, part)
    }

    fn told(act: Act, area: &str) -> Wanted {
        Wanted::Told(act.in_area(area))
    }

    #[test]
    fn lists_and_records_ask_for_their_area() {
        assert_eq!(get(""), told(Act::View, "summary"));
        assert_eq!(
            get("/records/sales-invoices"),
            told(Act::View, "sales-invoices")
        );
        assert_eq!(
            get("/records/sales-invoices/new"),
            told(Act::Create, "sales-invoices")
        );
        assert_eq!(
            post("/records/sales-invoices"),
            told(Act::Create, "sales-invoices")
        );
        let on = |act| Wanted::OnRecord(RECORD, act);
        assert_eq!(get(&format!("/record/{RECORD}")), on(Act::View));
        assert_eq!(get(&format!("/record/{RECORD}/edit")), on(Act::Edit));
        assert_eq!(post(&format!("/record/{RECORD}")), on(Act::Edit));
        assert_eq!(post(&format!("/record/{RECORD}/deletion")), on(Act::Delete));
        assert_eq!(
            post(&format!("/record/{RECORD}/attachments")),
            on(Act::Edit)
        );
        assert_eq!(
            get("/reports/balance-sheet"),
            told(Act::View, "reports/balance-sheet")
        );
        assert_eq!(
            get(&format!("/attachments/{RECORD}")),
            Wanted::OnAttachment(RECORD, Act::View)
        );
    }

    #[test]
    fn what_is_not_named_asks_for_everything() {
        for part in [
            "/nosuch",
            "/backups",
            "/backups/new",
            "/removal",
            "/settings/email",
            "/record/nokey",
            "/records/sales-invoices/batch",
        ] {
            assert_eq!(get(part), Wanted::Told(Operation::Govern), "{part}");
        }
        for part in [
            "",
            "/nosuch",
            "/settings/lock-date",
            "/history/7/undoing",
            "/reports/balance-sheet/saved",
            "/backups",
            "/removal",
        ] {
            assert_eq!(post(part), Wanted::Told(Operation::Govern), "{part}");
        }
        for path in [
            "/businesses",
            "/businesses/new",
            "/imports",
            "/trash",
            "/users",
            "/nosuch",
        ] {
            assert_eq!(
                requirement(&Method::GET, path),
                Requirement::Administrator,
                "{path}"
            );
        }
        assert_eq!(requirement(&Method::POST, "/"), Requirement::Administrator);
    }

    #[test]
    fn only_what_leads_in_asks_for_nothing() {
        for path in ["/sign-in", "/sign-in/code", "/setup", "/assets/style.css"] {
            assert_eq!(requirement(&Method::GET, path), Requirement::Nothing);
        }
        assert_eq!(requirement(&Method::GET, "/"), Requirement::SignedIn);
        assert_eq!(requirement(&Method::GET, "/account"), Requirement::SignedIn);
        // A path that a careless reader might take for another one.
        for path in ["//sign-in/../users", "/users/../sign-in", "/SIGN-IN"] {
            let asked = requirement(&Method::GET, path);
            assert_ne!(asked, Requirement::SignedIn, "{path}");
        }
    }
}
