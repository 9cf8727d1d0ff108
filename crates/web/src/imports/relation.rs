//! Whose History goes further, as a sentence.

use backup::HistoryRelation;
use pages::{Argument, Locale};

/// One sentence on how the History of a file lies to that of a business.
pub fn history_relation(locale: Locale, relation: HistoryRelation) -> String {
    let key = format!("history-relation-{}", relation.code());
    match relation {
        HistoryRelation::FileIsOlder { changes: 0, .. } => {
            locale.text("history-relation-nothing-since")
        }
        HistoryRelation::FileIsOlder { changes, .. }
        | HistoryRelation::FileIsNewer { changes, .. } => {
            locale.text_with(&key, &[("count", Argument::Count(changes))])
        }
        HistoryRelation::Diverged {
            at,
            in_file,
            in_business,
        } => {
            let [at, file, business] = [at, in_file, in_business].map(|it| locale.count(it));
            let told = [
                ("at", Argument::Text(&at)),
                ("file", Argument::Text(&file)),
                ("business", Argument::Text(&business)),
            ];
            locale.text_with(&key, &told)
        }
        HistoryRelation::Unknown | HistoryRelation::Same | HistoryRelation::Unrelated => {
            locale.text(&key)
        }
    }
}
