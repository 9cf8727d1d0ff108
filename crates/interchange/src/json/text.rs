//! The plain form as JSON text, on one line (RFC 8259).

use super::Plain;

/// The value as JSON.
pub fn json_text(plain: &Plain) -> String {
    let mut out = String::new();
    write(plain, &mut out);
    out
}

fn write(plain: &Plain, out: &mut String) {
    match plain {
        Plain::Null => out.push_str("null"),
        Plain::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Plain::Integer(number) => out.push_str(&number.to_string()),
        Plain::Text(text) => string(text, out),
        Plain::List(values) => {
            out.push('[');
            for (place, value) in values.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                write(value, out);
            }
            out.push(']');
        }
        Plain::Map(members) => {
            out.push('{');
            for (place, (name, value)) in members.iter().enumerate() {
                if place > 0 {
                    out.push(',');
                }
                string(name, out);
                out.push(':');
                write(value, out);
            }
            out.push('}');
        }
    }
}

/// A string; control characters are escaped, and so is what would end a script element.
fn string(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '<' | '\u{2028}' | '\u{2029}' => out.push_str(&escape(letter)),
            letter if u32::from(letter) < 0x20 => out.push_str(&escape(letter)),
            letter => out.push(letter),
        }
    }
    out.push('"');
}

fn escape(letter: char) -> String {
    format!("\\u{:04x}", u32::from(letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_is_written() {
        let value = Plain::Map(vec![
            (
                "a".to_owned(),
                Plain::List(vec![Plain::Null, Plain::Flag(true)]),
            ),
            ("b\"".to_owned(), Plain::Integer(-7)),
            (
                "c".to_owned(),
                Plain::Text("</x>\u{1}\\\u{2028}ক".to_owned()),
            ),
        ]);
        let expected = "{\"a\":[null,true],\"b\\\"\":-7,\"c\":\"\\u003c/x>\\u0001\\\\\\u2028ক\"}";
        assert_eq!(json_text(&value), expected);
    }
}
