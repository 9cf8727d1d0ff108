//! Sixty hostile subjects, names, file names and texts: one message in, one message out
//! (SPEC-emails.md, 1.3), at a server that takes a lone CR or LF for a line end.

use crate::server::{Server, read_by_python};
use crate::setting::{Setting, composition, settings};
use mail::outbox::SendOutcome;
use mail::{Attachment, Composition, Mailbox, Security};
use serde_json::json;

/// Texts that have fooled mail programs.
fn hostile_texts() -> Vec<String> {
    let mut texts: Vec<String> = [
        "a\r\nBcc: evil@example.org",
        "a\nBcc: evil@example.org",
        "a\rBcc: evil@example.org",
        "a\r\n\r\nbody",
        "a\n\nbody",
        "a\r\n.\r\nMAIL FROM:<evil@example.org>",
        "a\n.\nMAIL FROM:<evil@example.org>",
        "a\r.\rMAIL FROM:<evil@example.org>",
        "a\r\n.\nRCPT TO:<evil@example.org>",
        "a\n.\r\nRCPT TO:<evil@example.org>",
        ".\r\n",
        "\r\n.\r\n",
        "\r\nQUIT\r\n",
        "\0",
        "a\0b",
        "\u{7f}\u{1b}[31m",
        "\u{85}Bcc: evil@example.org",
        "\u{2028}Bcc: evil@example.org",
        "\u{2029}x",
        "\u{b}\u{c}x",
        "=?utf-8?q?a=0D=0ABcc:_evil@example.org?=",
        "=?utf-8?b?DQpCY2M6IGV2aWxAZXhhbXBsZS5vcmc=?=",
        "=?utf-8?q?unfinished",
        "a\" <evil@example.org>, \"b",
        "a> , <evil@example.org",
        "<evil@example.org>",
        "a, evil@example.org",
        "a; evil@example.org",
        "(comment) a",
        "((((",
        "\\",
        "\\\"",
        "\"",
        "a:b;",
        "group: evil@example.org;",
        "@",
        "\u{202e}gpj.exe",
        "\u{feff}",
        "\u{200b}",
        "../../etc/passwd",
        "..\\..\\x",
        "a\"; filename=\"b.exe",
        "a'b*c%0D%0A",
        "utf-8''%0d%0aBcc",
        "name*0*=x",
        "বিক্রয় চালান\r\nBcc: evil@example.org",
        "فاتورة\u{202b}",
        "🧾\u{200d}🧾",
        "e\u{301}",
        "%s%n",
        "{number}",
        "<script>alert(1)</script>",
        "--=_tijori_",
        "From a@b",
        "\tx\t",
        " ",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.push("x".repeat(490));
    texts.push("ক".repeat(490));
    texts.push("x ".repeat(245));
    texts.push(format!("{}\r\n.\r\n", "y".repeat(480)));
    texts
}

fn hostile_composition(text: &str) -> Composition {
    let name = |address: &str| Mailbox::new(Some(text), address).unwrap();
    Composition {
        from: name("rahima@example.com"),
        to: vec![name("a@example.com")],
        cc: vec![name("b@example.com")],
        reply_to: Some(name("c@example.com")),
        subject: text.to_owned(),
        text: format!("{text}\n{text}\r{text}\r\n.\r\n{text}"),
        attachments: vec![Attachment {
            name: text.to_owned(),
            media_type: text.to_owned(),
            bytes: text.as_bytes().to_vec(),
        }],
        ..composition("a@example.com")
    }
}

#[test]
fn one_hostile_message_in_is_one_message_out() {
    let Some(server) = Server::start("sink") else {
        return;
    };
    let texts = hostile_texts();
    assert!(texts.len() >= 60, "{}", texts.len());
    let setting = Setting::new();
    let mut account = settings(server.port, Security::None, &server.authority);
    account.username.clear();
    account.emails_per_hour = 1000;
    let mut messages = Vec::new();
    for (number, text) in texts.iter().enumerate() {
        let (email, message) = setting.queue(&hostile_composition(text));
        assert_eq!(
            setting.send(&account),
            SendOutcome::Sent(email.key),
            "{text:?}"
        );
        let taken = server.taken();
        assert_eq!(taken.len(), number + 1, "{text:?}");
        let last = &taken[number];
        assert_eq!(last.from, "MAIL FROM:<rahima@example.com>", "{text:?}");
        let recipients = ["RCPT TO:<a@example.com>", "RCPT TO:<b@example.com>"];
        assert_eq!(last.to, recipients, "{text:?}");
        assert!(last.data == message, "{text:?}");
        messages.push(message);
    }
    let read = read_by_python(&messages);
    assert_eq!(read.len(), texts.len());
    for (read, text) in read.iter().zip(&texts) {
        let mut headers: Vec<String> = read["headers"]
            .as_array()
            .unwrap()
            .iter()
            .map(|name| name.as_str().unwrap().to_ascii_lowercase())
            .collect();
        headers.sort();
        let wanted = [
            "cc",
            "content-type",
            "date",
            "from",
            "message-id",
            "mime-version",
            "reply-to",
            "subject",
            "to",
        ];
        assert_eq!(headers, wanted, "{text:?}");
        for (header, address) in [
            ("from", "rahima@example.com"),
            ("to", "a@example.com"),
            ("cc", "b@example.com"),
            ("reply_to", "c@example.com"),
        ] {
            let people = read[header].as_array().unwrap();
            let addresses: Vec<_> = people.iter().map(|person| &person[1]).collect();
            assert_eq!(addresses, [&json!(address)], "{header} of {text:?}");
        }
        assert_eq!(read["files"].as_array().unwrap().len(), 1, "{text:?}");
    }
}
