//! The words: Fluent catalogues, one folder per language, one file per area of the program.
//!
//! Three conventions, all held by tests:
//! - Text arguments are `{ $name }`. A text with right-to-left letters is wrapped in isolation
//!   marks, so that an Arabic name cannot reorder the sentence around it; other text is left as it
//!   is.
//! - For a count, `{ $files }` is the number in the reader's digits and grouping, and
//!   `{ $files-is }` is its CLDR plural category, to select on:
//!   `{ $files-is -> [one] … *[other] … }`. ICU4X chooses the category, because the rules that come
//!   with the Fluent library are older and lack the French and Spanish `many`.
//! - A sentence is whole in every category; it is never put together from pieces.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use super::{Language, Locale, numbers, plurals};

/// What fills a placeholder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Argument<'a> {
    /// Words: a name, a file name, a finished amount or date.
    Text(&'a str),
    /// A number of things: formatted in the locale, and deciding the plural.
    Count(u64),
}

/// The areas, in the order they are loaded; the file names are the same in every language.
macro_rules! sources {
    ($code:literal) => {
        &[
            include_str!(concat!("locales/", $code, "/shell.ftl")),
            include_str!(concat!("locales/", $code, "/businesses.ftl")),
            include_str!(concat!("locales/", $code, "/records.ftl")),
            include_str!(concat!("locales/", $code, "/lists.ftl")),
            include_str!(concat!("locales/", $code, "/batch.ftl")),
            include_str!(concat!("locales/", $code, "/bookkeeping.ftl")),
            include_str!(concat!("locales/", $code, "/bookkeeping_more.ftl")),
            include_str!(concat!("locales/", $code, "/fields.ftl")),
            include_str!(concat!("locales/", $code, "/history.ftl")),
            include_str!(concat!("locales/", $code, "/history_more.ftl")),
            include_str!(concat!("locales/", $code, "/backup.ftl")),
            include_str!(concat!("locales/", $code, "/imports.ftl")),
            include_str!(concat!("locales/", $code, "/reports.ftl")),
            include_str!(concat!("locales/", $code, "/report_pages.ftl")),
            include_str!(concat!("locales/", $code, "/accounts.ftl")),
            include_str!(concat!("locales/", $code, "/kinds.ftl")),
            include_str!(concat!("locales/", $code, "/errors.ftl")),
            include_str!(concat!("locales/", $code, "/commands.ftl")),
            include_str!(concat!("locales/", $code, "/countries.ftl")),
            include_str!(concat!("locales/", $code, "/attachments.ftl")),
            include_str!(concat!("locales/", $code, "/emails.ftl")),
            include_str!(concat!("locales/", $code, "/settings.ftl")),
            include_str!(concat!("locales/", $code, "/unit_costs.ftl")),
            include_str!(concat!("locales/", $code, "/papers.ftl")),
            include_str!(concat!("locales/", $code, "/suspense.ftl")),
            include_str!(concat!("locales/", $code, "/document_forms.ftl")),
            include_str!(concat!("locales/", $code, "/everyday.ftl")),
            include_str!(concat!("locales/", $code, "/stock_notes.ftl")),
            include_str!(concat!("locales/", $code, "/users.ftl")),
            include_str!(concat!("locales/", $code, "/server.ftl")),
            include_str!(concat!("locales/", $code, "/letters.ftl")),
            include_str!(concat!("locales/", $code, "/api.ftl")),
            include_str!(concat!("locales/", $code, "/factor.ftl")),
            include_str!(concat!("locales/", $code, "/folders.ftl")),
            include_str!(concat!("locales/", $code, "/deciding.ftl")),
            include_str!(concat!("locales/", $code, "/damage.ftl")),
            include_str!(concat!("locales/", $code, "/opened.ftl")),
            include_str!(concat!("locales/", $code, "/encryption.ftl")),
            include_str!(concat!("locales/", $code, "/keeper.ftl")),
            include_str!(concat!("locales/", $code, "/portal.ftl")),
            include_str!(concat!("locales/", $code, "/portal_errands.ftl")),
            include_str!(concat!("locales/", $code, "/portal_account.ftl")),
            include_str!(concat!("locales/", $code, "/portal_room.ftl")),
            include_str!(concat!("locales/", $code, "/backup_lines.ftl")),
            include_str!(concat!("locales/", $code, "/arriving.ftl")),
            include_str!(concat!("locales/", $code, "/upload.ftl")),
            include_str!(concat!("locales/", $code, "/protecting.ftl")),
            include_str!(concat!("locales/", $code, "/keeping_pages.ftl")),
            include_str!(concat!("locales/", $code, "/rescue.ftl")),
            include_str!(concat!("locales/", $code, "/cloud.ftl")),
            include_str!(concat!("locales/", $code, "/cloud_backups.ftl")),
            include_str!(concat!("locales/", $code, "/cloud_letters.ftl")),
            include_str!(concat!("locales/", $code, "/away.ftl")),
            include_str!(concat!("locales/", $code, "/door.ftl")),
            include_str!(concat!("locales/", $code, "/safekeeping.ftl")),
            include_str!(concat!("locales/", $code, "/looking.ftl")),
            include_str!(concat!("locales/", $code, "/safety.ftl")),
            include_str!(concat!("locales/", $code, "/people.ftl")),
            include_str!(concat!("locales/", $code, "/proof.ftl")),
            include_str!(concat!("locales/", $code, "/lines_limit.ftl")),
            include_str!(concat!("locales/", $code, "/waiting.ftl")),
            include_str!(concat!("locales/", $code, "/token_names.ftl")),
        ]
    };
}

/// The Fluent sources of a language, for the tests of the catalogues.
pub fn sources(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => sources!("en"),
        Language::French => sources!("fr"),
        Language::Spanish => sources!("es"),
        Language::Hindi => sources!("hi"),
        Language::Bengali => sources!("bn"),
    }
}

/// Every key of the English catalogue, sorted. Other crates test the `text("…")` literals of their
/// sources against it.
pub fn keys() -> Vec<&'static str> {
    let mut keys: Vec<&str> = sources(Language::English)
        .iter()
        .flat_map(|source| source.lines())
        .filter_map(key_of_line)
        .collect();
    keys.sort_unstable();
    keys
}

/// The key a line of a Fluent source begins, if it begins one.
fn key_of_line(line: &'static str) -> Option<&'static str> {
    let first = line.chars().next()?;
    let (key, _) = line.split_once('=')?;
    first.is_ascii_alphabetic().then_some(key.trim_end())
}

/// One language's messages, parsed once.
type Bundle = FluentBundle<FluentResource>;

/// The bundle of a language.
fn bundle(language: Language) -> &'static Bundle {
    static BUNDLES: [OnceLock<Bundle>; 5] = [const { OnceLock::new() }; 5];
    let index = Language::ALL
        .iter()
        .position(|other| *other == language)
        .unwrap_or(0);
    BUNDLES[index].get_or_init(|| load(language))
}

/// Parses a language's sources. A message that does not parse is left out here and named by the
/// tests: a reader then sees the English sentence, which beats no page at all.
fn load(language: Language) -> Bundle {
    let identifier: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    // Isolation marks go only where right-to-left letters need them: see `isolated`.
    bundle.set_use_isolating(false);
    for source in sources(language) {
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) => resource,
            Err((partial, _)) => partial,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// Whether the English catalogue has the key.
pub(super) fn has(key: &str) -> bool {
    bundle(Language::English).has_message(key)
}

/// The sentence of a key, falling back to English and then to the key.
pub(super) fn text(locale: Locale, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
    let filled = filled(locale, arguments);
    format(locale.language, key, &filled)
        .or_else(|| format(Language::English, key, &filled))
        .unwrap_or_else(|| key.to_owned())
}

/// The sentence of an error code, or the general sentence that shows code and arguments.
pub(super) fn error(locale: Locale, code: &str, arguments: &[(&str, String)]) -> String {
    let key = format!("error-{}", code.replace('_', "-"));
    let mut filled = FluentArgs::new();
    // Sentences that begin with the file's name say "the file" when nobody knows its name.
    filled.set("file", text(locale, "error-file-word", &[]));
    for (name, value) in arguments {
        add_error_argument(&mut filled, locale, name, value);
    }
    // What went wrong because of another error tells that one's sentence as its reason.
    if let Some((_, cause)) = arguments.iter().find(|(name, _)| *name == CAUSE) {
        let facts = arguments.iter().filter(|(name, _)| *name != CAUSE);
        let facts: Vec<(&str, String)> = facts.cloned().collect();
        filled.set("reason", error(locale, cause, &facts));
    }
    if let Some(sentence) =
        format(locale.language, &key, &filled).or_else(|| format(Language::English, &key, &filled))
    {
        return sentence;
    }
    let details: Vec<String> = arguments
        .iter()
        .map(|(name, value)| format!("{name}: {}", isolated(value)))
        .collect();
    let details = details.join(", ");
    text(
        locale,
        "error-unknown",
        &[
            ("code", Argument::Text(code)),
            ("details", Argument::Text(&details)),
        ],
    )
}

/// The argument that holds the code of the error that led to this one; the other arguments are
/// that error's own.
const CAUSE: &str = "cause";

/// Error arguments come as text. One that is a whole number is also offered as `<name>-number`, as
/// its plural category `<name>-is` and as a size `<name>-size`; the plain `<name>` stays untouched,
/// since an invoice number is not to be grouped.
fn add_error_argument(filled: &mut FluentArgs<'_>, locale: Locale, name: &str, value: &str) {
    let name = name.replace('_', "-");
    if let Ok(number) = value.parse::<u64>() {
        let category = plurals::category(locale.language, number);
        filled.set(format!("{name}-is"), category);
        filled.set(format!("{name}-number"), numbers::count(locale, number));
        filled.set(format!("{name}-size"), numbers::bytes(locale, number));
    }
    filled.set(name, isolated(value));
}

/// The Fluent form of our arguments.
fn filled<'a>(locale: Locale, arguments: &[(&'a str, Argument<'a>)]) -> FluentArgs<'a> {
    let mut filled = FluentArgs::new();
    for (name, argument) in arguments {
        match argument {
            Argument::Text(value) => filled.set(*name, isolated(value)),
            Argument::Count(number) => {
                let category = plurals::category(locale.language, *number);
                filled.set(format!("{name}-is"), category);
                filled.set(*name, numbers::count(locale, *number));
            }
        }
    }
    filled
}

/// Text as a Fluent value, between FSI and PDI (Unicode UAX #9) when it holds right-to-left
/// letters.
fn isolated(value: &str) -> String {
    if crate::bidi::has_right_to_left(value) {
        format!("\u{2068}{value}\u{2069}")
    } else {
        value.to_owned()
    }
}

/// The sentence in exactly this language, or `None` where it has none.
fn format(language: Language, key: &str, arguments: &FluentArgs<'_>) -> Option<String> {
    let bundle = bundle(language);
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    // A placeholder nobody filled is shown by Fluent as `{$name}`: visible, and caught by tests of
    // the pages.
    Some(
        bundle
            .format_pattern(pattern, Some(arguments), &mut errors)
            .into_owned(),
    )
}
