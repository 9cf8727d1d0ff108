//! A forgotten password is set anew through the mail account of the edition (SPEC-cloud.md, 8.5).

use super::ground::{Ground, PASSWORD};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

/// A mail server that takes everything; what it was handed.
pub fn mail_server() -> (u16, Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("an address").port();
    let (sender, letters) = channel();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            talk(stream, &sender);
        }
    });
    (port, letters)
}

/// One conversation (RFC 5321).
fn talk(mut stream: TcpStream, letters: &Sender<String>) {
    let mut lines = BufReader::new(stream.try_clone().expect("a reader")).lines();
    let mut say = |text: &str| stream.write_all(text.as_bytes()).is_ok();
    say("220 mail.example\r\n");
    while let Some(Ok(line)) = lines.next() {
        let is_on = match line
            .get(..4)
            .unwrap_or_default()
            .to_ascii_uppercase()
            .as_str()
        {
            "DATA" => {
                say("354 go on\r\n");
                let letter: Vec<String> = lines
                    .by_ref()
                    .map_while(Result::ok)
                    .take_while(|line| line != ".")
                    .collect();
                let _ = letters.send(letter.join("\n"));
                say("250 taken\r\n")
            }
            "QUIT" => {
                say("221 bye\r\n");
                false
            }
            _ => say("250 fine\r\n"),
        };
        if !is_on {
            return;
        }
    }
}

/// The text of a letter, whichever way it was written for transport.
pub fn text_of(letter: &str) -> String {
    let (head, body) = letter.split_once("\n\n").expect("a body");
    if head.contains("base64") {
        let packed: String = body.split_whitespace().collect();
        let bytes = STANDARD.decode(packed).expect("base64");
        return String::from_utf8(bytes).expect("text");
    }
    body.replace("=\n", "").replace("=3D", "=")
}

/// Has the edition write through the mail server at this port.
pub fn set_mail_account(ground: &Ground, port: u16) {
    let port = port.to_string();
    let account = ["127.0.0.1", "--port", &port, "--security", "none"];
    let from = ["--from", "Books <books@books.example>"];
    ground.json(&[&["mail", "set"][..], &account, &from].concat());
}

#[test]
fn spec_8_5_whoever_forgot_the_password_gets_a_link_that_leads_to_their_own_rows() {
    let Some(ground) = Ground::new() else { return };
    let (port, letters) = mail_server();
    let node = ground.node(&[]);
    node.newcomer("Lamp Shop", "asha@lamp.example");
    let ask = |name: &str| {
        let answer = node.browser().post("/new-password", &[("name", name)]);
        let cookies = answer.header("set-cookie").to_owned();
        (answer.status, cookies, answer.body.replace(name, "NAME"))
    };
    set_mail_account(&ground, port);
    assert_eq!(ask("asha@lamp.example"), ask("none@lamp.example"));
    let letter = letters
        .recv_timeout(Duration::from_secs(30))
        .expect("a letter");
    assert!(letter.contains("asha@lamp.example"), "{letter}");
    let text = text_of(&letter);
    let at = text.find("/for/").expect("a link");
    let link: String = text[at..]
        .chars()
        .take_while(|it| !it.is_whitespace())
        .collect();
    let mut browser = node.browser();
    let path = browser.get(&link).header("location").to_owned();
    let password = format!("{PASSWORD} indeed");
    let set = browser.post(&path, &[("password", &password)]);
    assert_eq!(set.status, 303, "{}", set.body);
    let again = browser.post(&path, &[("password", &password)]);
    assert_eq!(again.status, 422, "the link works once");
    let sign_in = |password: &str| {
        let form = [("name", "asha@lamp.example"), ("password", password)];
        node.browser().post("/sign-in", &form).status
    };
    assert_eq!((sign_in(PASSWORD), sign_in(&password)), (422, 303));
    // Nobody was written to whom nobody knows: the next letter tells of the new password.
    let next = letters
        .recv_timeout(Duration::from_secs(30))
        .expect("a notice");
    assert!(
        next.contains("asha@lamp.example") && !text_of(&next).contains("/for/"),
        "{next}"
    );
    // The account of the edition is nobody else's to see.
    let mut asha = node.browser();
    asha.post(
        "/sign-in",
        &[("name", "asha@lamp.example"), ("password", &password)],
    );
    assert_eq!(asha.get("/server/email").status, 404);
}
