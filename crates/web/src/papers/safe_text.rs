//! Foreign markup as plain text: the footers that users wrote in HTML.
//!
//! Tags are dropped and never obeyed; the ends of blocks become line breaks; the few entities that
//! people write become their characters. What stands between `<script>` or `<style>` and its end is
//! no text and is dropped with it. Anything that is not markup stays as it is.

/// Elements whose content is not meant to be read.
const SILENT: [&str; 4] = ["script", "style", "head", "template"];
/// Elements that begin and end a line.
const BLOCKS: [&str; 17] = [
    "address",
    "blockquote",
    "br",
    "dd",
    "div",
    "dl",
    "dt",
    "h1",
    "h2",
    "h3",
    "h4",
    "hr",
    "li",
    "p",
    "table",
    "tr",
    "ul",
];
/// The longest entity that is understood, without `&` and `;`.
const ENTITY_BYTES_MAX: usize = 8;

/// The text that a reader of this markup would see, without blank lines at its ends.
pub(super) fn text_of(markup: &str) -> String {
    let mut text = String::with_capacity(markup.len());
    let mut rest = markup;
    while let Some(at) = rest.find(['<', '&']) {
        let (before, from) = rest.split_at(at);
        push_words(&mut text, before);
        rest = if from.starts_with('<') {
            after_tag(&mut text, from)
        } else {
            after_entity(&mut text, from)
        };
    }
    push_words(&mut text, rest);
    tidied(&text)
}

/// Text as it stands. Line breaks of the source are kept: footers are often plain text.
fn push_words(text: &mut String, words: &str) {
    text.push_str(words);
}

/// Passes over what begins with `<`; a lone `<` is text.
fn after_tag<'a>(text: &mut String, from: &'a str) -> &'a str {
    if let Some(comment) = from.strip_prefix("<!--") {
        return comment.split_once("-->").map_or("", |(_, rest)| rest);
    }
    let inner = from.get(1..).unwrap_or_default();
    let is_tag = inner
        .starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '/' || letter == '!');
    let Some((tag, rest)) = inner.split_once('>').filter(|_| is_tag) else {
        text.push('<');
        return inner;
    };
    let name: String = tag
        .trim_start_matches('/')
        .chars()
        .take_while(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_ascii_lowercase();
    if SILENT.contains(&name.as_str()) && !tag.starts_with('/') {
        return after_element(rest, &name);
    }
    if BLOCKS.contains(&name.as_str()) {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
    } else if matches!(name.as_str(), "td" | "th")
        && !tag.starts_with('/')
        && !text.is_empty()
        && !text.ends_with('\n')
    {
        text.push_str("  ");
    }
    rest
}

/// What follows the end of a silent element; nothing when it never ends.
fn after_element<'a>(rest: &'a str, name: &str) -> &'a str {
    let low = rest.to_ascii_lowercase();
    let end = format!("</{name}");
    // Lowering ASCII letters moves no byte.
    low.find(&end)
        .and_then(|at| rest.get(at..))
        .and_then(|from| from.split_once('>'))
        .map_or("", |(_, rest)| rest)
}

/// Passes over what begins with `&`; one that stands for nothing known is text.
fn after_entity<'a>(text: &mut String, from: &'a str) -> &'a str {
    let inner = from.get(1..).unwrap_or_default();
    let known = inner
        .split_once(';')
        .filter(|(name, _)| name.len() <= ENTITY_BYTES_MAX)
        .and_then(|(name, rest)| Some((character(name)?, rest)));
    match known {
        Some((character, rest)) => {
            text.push(character);
            rest
        }
        None => {
            text.push('&');
            inner
        }
    }
}

/// The character of an entity.
fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|found| !found.is_control());
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "copy" => '©',
        "reg" => '®',
        "euro" => '€',
        "pound" => '£',
        "yen" => '¥',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "bull" => '•',
        "middot" => '·',
        _ => return None,
    })
}

/// Lines without spaces at their ends, and never two blank ones together.
fn tidied(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim_end) {
        let is_blank = line.trim().is_empty();
        if is_blank && lines.last().is_none_or(|last| last.is_empty()) {
            continue;
        }
        lines.push(if is_blank { "" } else { line });
    }
    lines.join("\n").trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::text_of;

    #[test]
    fn tags_are_dropped_and_blocks_become_lines() {
        let footer = "<p>Bank: <b>Jamuna</b> &amp; Co<br>IBAN&nbsp;1</p><div>Thanks!</div>";
        assert_eq!(text_of(footer), "Bank: Jamuna & Co\nIBAN\u{a0}1\nThanks!");
        assert_eq!(
            text_of("<table><tr><td>a</td><td>b</td></tr></table>"),
            "a  b"
        );
    }

    #[test]
    fn what_runs_is_not_text() {
        let footer = "Pay<SCRIPT>alert('x')</Script > now<style>p{}</style><!-- no -->!";
        assert_eq!(text_of(footer), "Pay now!");
        assert_eq!(text_of("a<script>never ends"), "a");
    }

    #[test]
    fn plain_text_stays() {
        for text in [
            "5 < 6 & 7 > 2",
            "first\nsecond",
            "a &unknown; b",
            "<3",
            "x&",
        ] {
            assert_eq!(text_of(text), text);
        }
        assert_eq!(text_of(""), "");
        assert_eq!(text_of("&#x99c;&#65;&#0;"), "জA&#0;");
    }
}
