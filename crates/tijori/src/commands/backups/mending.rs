//! `tijori backups mend`: what can still be read of a damaged list of backups comes into a new one.

use super::Desk;
use crate::failure::{ALTERED, Failure};
use pages::Argument;
use serde_json::{Value, json};

/// Mends the list, and says of every part what came over. The exit code is 1 when something is
/// lost.
pub fn run(desk: &Desk<'_>) -> Result<u8, Failure> {
    let mended = desk.keeping().mend_catalog()?;
    let mended = mended.ok_or_else(|| Failure::usage("keeping-nothing-to-mend", Vec::new()))?;
    let parts: Vec<Value> = mended
        .parts
        .iter()
        .map(|part| json!({ "part": part.name, "count": part.count, "whole": part.is_whole }))
        .collect();
    let mut words: Vec<String> = web::mended_sentences(desk.locale, &mended);
    if let Some(file) = &mended.kept_as {
        let said = [("file", Argument::Text(file))];
        words.push(desk.locale.text_with("mend-kept-as", &said));
    }
    let document = json!({ "kept_as": mended.kept_as, "parts": parts });
    desk.tell(&document, &words.join("\n"))?;
    Ok(if mended.is_whole() { 0 } else { ALTERED })
}
