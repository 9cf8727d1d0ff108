//! The servers of `mail_server.py`, stopped with the test, and certificates of our own.

use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

/// From the tests of any crate: those of the pages start the same servers.
const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../mail/tests/mail_server.py");

/// A running server, and the folder into which it puts what it takes.
pub struct Server {
    child: Child,
    pub port: u16,
    pub folder: TempDir,
    /// The certificate authority in PEM.
    pub authority: String,
}

/// A message that a server took.
pub struct Taken {
    pub from: String,
    pub to: Vec<String>,
    pub data: Vec<u8>,
}

/// A Python that has the mail server; none where it is not installed.
fn python() -> Option<&'static str> {
    let found = ["python3", "/usr/bin/python3"].into_iter().find(|python| {
        let mut command = Command::new(python);
        command.args(["-c", "import aiosmtpd"]);
        command
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    });
    if found.is_none() {
        println!("skipped: python3-aiosmtpd is not installed (`cargo xtask test` installs it)");
    }
    found
}

impl Server {
    /// Starts a server of this kind; none, with a printed line, where it cannot be had.
    pub fn start(kind: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let authority = make_certificates(folder.path());
        let taken = folder.path().join("taken");
        std::fs::create_dir(&taken).unwrap();
        let mut child = Command::new(python()?)
            .arg(SCRIPT)
            .arg(kind)
            .args([&taken, &folder.path().join("server.pem")])
            .arg(folder.path().join("server.key"))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut lines = BufReader::new(child.stdout.take().unwrap());
        lines.read_line(&mut line).unwrap();
        Some(Self {
            child,
            port: line.trim().parse().unwrap(),
            folder,
            authority,
        })
    }

    /// What it took so far, in order.
    pub fn taken(&self) -> Vec<Taken> {
        let mut paths: Vec<PathBuf> = std::fs::read_dir(self.folder.path().join("taken"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|it| it == "json"))
            .collect();
        paths.sort();
        paths.iter().map(|path| taken_in(path)).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _reaped = self.child.wait();
    }
}

fn taken_in(path: &Path) -> Taken {
    let told: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    Taken {
        from: text(&told["from"]),
        to: told["to"].as_array().unwrap().iter().map(text).collect(),
        data: from_base64(told["data"].as_str().unwrap()),
    }
}

/// Messages taken apart by Python's own library.
pub fn read_by_python(messages: &[Vec<u8>]) -> Vec<Value> {
    let mut child = Command::new(python().unwrap())
        .args([SCRIPT, "read"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    for message in messages {
        writeln!(input, "{}", to_base64(message)).unwrap();
    }
    drop(input);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

/// An authority, and a certificate for `localhost` and `127.0.0.1` signed by it.
fn make_certificates(folder: &Path) -> String {
    let script = "
        openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj '/CN=Test authority' \
            -keyout ca.key -out ca.pem
        openssl req -newkey rsa:2048 -nodes -subj '/CN=localhost' \
            -keyout server.key -out server.csr
        printf 'subjectAltName=DNS:localhost,IP:127.0.0.1\\nbasicConstraints=CA:FALSE\\n' > ext
        openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 \
            -extfile ext -out server.pem";
    let output = Command::new("sh")
        .args(["-e", "-c", script])
        .current_dir(folder)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    std::fs::read_to_string(folder.join("ca.pem")).unwrap()
}

const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn to_base64(bytes: &[u8]) -> String {
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let mut number = 0_usize;
        for at in 0..3 {
            number = number << 8 | usize::from(group.get(at).copied().unwrap_or(0));
        }
        for at in 0..4 {
            let sign = SIGNS[number >> (18 - 6 * at) & 63];
            text.push(if at <= group.len() {
                char::from(sign)
            } else {
                '='
            });
        }
    }
    text
}

fn from_base64(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (mut number, mut bits) = (0_usize, 0);
    for sign in text.bytes().filter(|sign| *sign != b'=') {
        number = (number << 6 | SIGNS.iter().position(|it| *it == sign).unwrap()) & 0xff_ffff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(number >> bits & 0xff).unwrap());
        }
    }
    bytes
}
