//! What is grave: the one table of what asks for a proof (docs/SPEC-users.md, 3.10). One's own
//! password and second factor are not in it: their forms ask for the password themselves.
//!
//! An address that no row names asks for none. `crates/web/tests/it/access_table.tsv` says of every
//! address whether it does, so that none is added without a decision.

use axum::http::Method;

/// What asks for a proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::access) enum Grave {
    /// A form that does something.
    Act,
    /// The same, where this field of it is filled in.
    ActWith(&'static str),
    /// A page with a form into which secrets are typed: asked for before rather than after.
    Page,
    /// A download.
    Download,
}

/// Whether this is grave, and how. Downloads of backups are in the Cloud edition, where whoever has
/// got hold of a browser is not in the office where the files lie.
pub(in crate::access) fn grave(method: &Method, path: &str, is_cloud: bool) -> Option<Grave> {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    match method == Method::GET || method == Method::HEAD {
        true => looked_at(&parts, is_cloud),
        false => acted_on(&parts),
    }
}

fn looked_at(parts: &[&str], is_cloud: bool) -> Option<Grave> {
    match parts {
        ["businesses", _, "backups", _, "file"]
        | ["businesses", _, "keeping", "entries", _, "file"]
            if is_cloud =>
        {
            Some(Grave::Download)
        }
        ["server", "email"] | ["businesses", _, "settings", "email"] | ["keeping", "places", _] => {
            Some(Grave::Page)
        }
        _ => None,
    }
}

fn acted_on(parts: &[&str]) -> Option<Grave> {
    match parts {
        // What one has of one's own.
        ["account", "email" | "tokens"]
        // Users, and what they may do.
        | ["users"]
        | ["users", _]
        | ["users", _, "removal" | "link" | "letter" | "acting"]
        // Mail accounts.
        | ["server", "email"]
        | ["server", "email", "removal"]
        | ["businesses", _, "settings", "email"]
        // Businesses that go.
        | ["businesses", _, "removal"]
        | ["businesses", _, "replacement", "undoing"]
        // Where backups lie, and when they are made.
        | ["keeping", "places" | "schedules", _]
        | ["keeping", "places" | "schedules", _, "removal"] => Some(Grave::Act),
        ["imports", _, "confirmation"] => Some(Grave::ActWith("replace")),
        _ => None,
    }
}
