//! Where an errand stands: waiting, being carried out, done or failed.

use super::told;
use crate::answer::sentence;
use catalog::{BackupEntry, Errand, ErrandKind, ErrandState, Trouble};
use jiff::{SignedDuration, Timestamp};
use maud::{Markup, html};
use pages::tables::progress;
use pages::{Argument, Locale, NoticeKind};

/// After so long without a node it is said that none is there.
const NOBODY_AFTER: SignedDuration = SignedDuration::from_secs(60);
/// For so long the page of a business tells what came of an errand.
const TOLD_FOR: SignedDuration = SignedDuration::from_hours(1);
/// What is told as it is.
const TOLD: [&str; 4] = [
    "business-exists",
    "business-not-found",
    "errand-given-up",
    "errand-partly",
];

/// Where the latest errand of a kind stands.
pub struct Standing {
    /// The words for it; nothing where there is nothing to tell.
    pub shown: Markup,
    /// Whether it has not come to its end.
    pub is_open: bool,
}

/// Where the latest errand of a kind stands. `errands` come latest first; `here` is the page on
/// which it is shown, and which is asked for again while it is open. `backups` are those that can
/// be downloaded meanwhile, the newest first, with their addresses.
pub fn standing(
    locale: Locale,
    kind: ErrandKind,
    errands: &[Errand],
    here: &str,
    backups: &[(&BackupEntry, String)],
) -> Standing {
    let now = Timestamp::now();
    let Some(errand) = errands.iter().find(|it| it.wish.kind == kind) else {
        return nothing();
    };
    let shown = match &errand.state {
        ErrandState::Waiting => waiting(locale, errand, here, backups, now),
        _ if errand
            .ended_at
            .is_none_or(|at| now.duration_since(at) > TOLD_FOR) =>
        {
            return nothing();
        }
        ErrandState::Done => done(locale, errand, backups),
        ErrandState::Failed(trouble) => told(NoticeKind::Error, reason(locale, trouble)),
        ErrandState::CalledBack => html! {},
    };
    Standing {
        shown,
        is_open: errand.is_open(),
    }
}

fn nothing() -> Standing {
    Standing {
        shown: html! {},
        is_open: false,
    }
}

/// It waits, or a node is at it. Scripts ask for the page again; without them it loads itself anew.
fn waiting(
    locale: Locale,
    errand: &Errand,
    here: &str,
    backups: &[(&BackupEntry, String)],
    now: Timestamp,
) -> Markup {
    let part = errand.progress.as_ref().and_then(|progress| progress.part);
    let is_alone = !errand.is_held && now.duration_since(errand.due_at) > NOBODY_AFTER;
    if is_alone {
        // A script that asked for the next step finds none and loads this instead.
        return html! {
            meta http-equiv="refresh" content="20";
            (nobody_there(locale, backups))
        };
    }
    html! {
        noscript { meta http-equiv="refresh" content="3"; }
        (progress(locale, here, &step(locale, errand), part))
    }
}

/// What is being done now.
fn step(locale: Locale, errand: &Errand) -> String {
    let phase = errand.progress.as_ref().map(|it| it.phase.as_str());
    let key = match phase {
        _ if !errand.is_held => "progress-queued",
        Some("reading") => "backup-progress-collecting",
        Some("compressing") => "backup-progress-compressing",
        Some("verifying") => "backup-progress-verifying",
        Some("storing") => "progress-storing",
        Some("fetching") => "progress-fetching",
        Some("waiting") => "progress-waiting",
        _ => "progress-working",
    };
    locale.text(key)
}

/// The rest of the program does not answer: the newest backup that there is can be taken.
fn nobody_there(locale: Locale, backups: &[(&BackupEntry, String)]) -> Markup {
    let newest = backups.first();
    let text = match newest {
        Some((entry, _)) => {
            let made = locale.moment(entry.made_at, &entry.zone);
            let made = [("date", Argument::Text(&made))];
            locale.text_with("portal-nobody-newest", &made)
        }
        None => locale.text("portal-nobody"),
    };
    html! {
        (told(NoticeKind::Warning, text))
        @if let Some((_, address)) = newest {
            p { a .button href=(address) { (locale.text("portal-download-newest")) } }
        }
    }
}

/// Why it failed. What concerns storage and databases is for whoever runs the edition: it stands in
/// the log of the node.
fn reason(locale: Locale, trouble: &Trouble) -> String {
    match TOLD.contains(&trouble.code.as_str()) {
        true => sentence(locale, trouble),
        false => locale.error("errand-failed", &[]),
    }
}

fn done(locale: Locale, errand: &Errand, backups: &[(&BackupEntry, String)]) -> Markup {
    match errand.wish.kind {
        ErrandKind::Restoration => {
            return told(NoticeKind::Success, locale.text("portal-restored"));
        }
        ErrandKind::Export => return told(NoticeKind::Success, locale.text("portal-gathered")),
        ErrandKind::Backup | ErrandKind::Erasure => {}
    }
    let made = backups.iter().find(|(it, _)| Some(it.key) == errand.entry);
    let Some((entry, address)) = made else {
        return html! {};
    };
    let size = locale.bytes(entry.bytes_count);
    let made = locale.moment(entry.made_at, &entry.zone);
    let facts = [
        ("date", Argument::Text(&made)),
        ("size", Argument::Text(&size)),
    ];
    html! {
        (told(NoticeKind::Success, locale.text_with("portal-now-ready", &facts)))
        p { a .button .primary href=(address) { (locale.text("portal-now-download")) } }
    }
}
