//! A running server on a folder of its own, and what is put into it so that there is something to
//! ask for: a business, customers in it, and files on one of them.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::run::target_folder;

const PASSWORD: &str = "a horse, a battery and nobody at home";

/// A record: its key, and the ETag with which it was made.
pub struct Record {
    pub key: String,
    pub version: String,
}

/// What is there to be asked for: a record and a file for each thing that is done to them, so that
/// nothing takes away what another operation needs.
pub struct Known {
    pub token: String,
    pub business: String,
    pub shown: Record,
    pub replaced: Record,
    pub changed: Record,
    pub deleted: Record,
    pub kept_file: String,
    pub removed_file: String,
}

/// A running server, ended with this.
pub struct Server {
    process: Child,
    pub address: String,
    code: String,
    cookies: Vec<String>,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ended = self.process.kill();
        let _reaped = self.process.wait();
    }
}

/// The head and the body of an answer.
struct Answer {
    head: String,
    body: String,
}

impl Answer {
    /// A header, by its name in small letters.
    fn header(&self, name: &str) -> Result<&str> {
        let line = self.head.lines().find_map(|line| {
            let (header, value) = line.split_once(": ")?;
            header.eq_ignore_ascii_case(name).then_some(value.trim())
        });
        line.with_context(|| format!("the answer has no header `{name}`"))
    }

    /// The key in a document.
    fn key(&self) -> Result<String> {
        let document: Value = serde_json::from_str(&self.body)?;
        let key = document["key"].as_str().context("no key came back")?;
        Ok(key.to_owned())
    }
}

impl Server {
    /// Starts one on a free port.
    ///
    /// # Errors
    /// When it does not start or does not say where it is.
    pub fn start(root: &Path) -> Result<Self> {
        let target = target_folder(root);
        let data = target.join("api-data");
        if data.is_dir() {
            std::fs::remove_dir_all(&data)?;
        }
        let program = target.join("debug").join("tijori");
        let mut process = Command::new(program)
            .args(["server", "--listen", "127.0.0.1:0", "--data"])
            .arg(&data)
            .env("LC_ALL", "en_US.UTF-8")
            .stdout(Stdio::piped())
            .spawn()
            .context("the server did not start")?;
        let said = process.stdout.take().context("the server says nothing")?;
        let mut lines = BufReader::new(said).lines();
        let mut next = || lines.next().context("the server says no more")?.context("");
        let first = next()?;
        let address = between(&first, "://", ". ")?.to_owned();
        let second = next()?;
        let code = second.rsplit(' ').next().unwrap_or_default().to_owned();
        Ok(Self {
            process,
            address,
            code,
            cookies: Vec::new(),
        })
    }

    /// What the server says of its API.
    ///
    /// # Errors
    /// When it says nothing, or no JSON.
    pub fn description(&self) -> Result<Value> {
        let answer = self.send("GET", "/api/openapi.json", &[], &[])?;
        Ok(serde_json::from_str(&answer.body)?)
    }

    /// Makes an administrator, a business, a token for all of it, and what can be asked for.
    ///
    /// # Errors
    /// When anything of it is refused.
    pub fn prepare(&mut self) -> Result<Known> {
        let code = self.code.clone();
        self.post(
            "/setup",
            &[("code", &code), ("name", "asker"), ("password", PASSWORD)],
        )?;
        self.post("/sign-in", &[("name", "asker"), ("password", PASSWORD)])?;
        let made = self.post("/businesses", &[("name", "Dokan"), ("country", "BD")])?;
        let place = made.header("location")?;
        let business = place.rsplit('/').next().unwrap_or_default().to_owned();
        let until = days_from_now(30)?;
        let page = self.post(
            "/account/tokens",
            &[("name", "asker"), ("scope", "write"), ("until", &until)],
        )?;
        let secret = between(&page.body, "tij_", "<").context("no token was made")?;
        let token = format!("tij_{secret}");
        let records = format!("/api/v1/businesses/{business}/records/customers");
        let customer = |name: &str| self.customer(&records, &token, name);
        let shown = customer("Karim")?;
        let (replaced, changed) = (customer("Rahima")?, customer("Salma")?);
        let deleted = customer("Jamal")?;
        let files = format!("{records}/{}/attachments?name=paper.txt", shown.key);
        let file = || self.by_token(&files, &token, "application/octet-stream", "paper");
        let (kept_file, removed_file) = (file()?.key()?, file()?.key()?);
        Ok(Known {
            token,
            business,
            shown,
            replaced,
            changed,
            deleted,
            kept_file,
            removed_file,
        })
    }

    fn customer(&self, records: &str, token: &str, name: &str) -> Result<Record> {
        let body = format!("{{\"Name\":\"{name}\"}}");
        let made = self.by_token(records, token, "application/json", &body)?;
        Ok(Record {
            key: made.key()?,
            version: made.header("etag")?.to_owned(),
        })
    }

    /// Sends something as a program does.
    fn by_token(&self, path: &str, token: &str, media: &str, body: &str) -> Result<Answer> {
        let bearer = format!("Bearer {token}");
        let headers = [("Authorization", bearer.as_str()), ("Content-Type", media)];
        self.send("POST", path, &headers, body.as_bytes())
    }

    /// Sends a form as a browser does.
    fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Result<Answer> {
        let pairs = form
            .iter()
            .map(|(name, value)| format!("{name}={}", encoded(value)));
        let body = pairs.collect::<Vec<_>>().join("&");
        let cookies = self.cookies.join("; ");
        let headers = [
            ("Sec-Fetch-Site", "same-origin"),
            ("Accept-Language", "en"),
            ("Cookie", cookies.as_str()),
            ("Content-Type", "application/x-www-form-urlencoded"),
        ];
        let answer = self.send("POST", path, &headers, body.as_bytes())?;
        for line in answer.head.lines() {
            if let Some(cookie) = line.strip_prefix("set-cookie: ") {
                let pair = cookie.split(';').next().unwrap_or_default();
                self.cookies.push(pair.to_owned());
            }
        }
        Ok(answer)
    }

    /// Sends a request and waits for the whole answer.
    fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Result<Answer> {
        let mut stream = TcpStream::connect(&self.address)?;
        let mut head = format!("{method} {path} HTTP/1.1\r\nHost: {}\r\n", self.address);
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str(&format!(
            "Connection: close\r\nContent-Length: {}\r\n\r\n",
            body.len()
        ));
        stream.write_all(head.as_bytes())?;
        stream.write_all(body)?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let answer = String::from_utf8_lossy(&answer);
        let (head, body) = answer.split_once("\r\n\r\n").context("half an answer")?;
        let is_fine = ["HTTP/1.1 200", "HTTP/1.1 201", "HTTP/1.1 303"];
        if !is_fine.iter().any(|status| head.starts_with(status)) {
            let status = head.lines().next().unwrap_or_default();
            bail!("{path} was refused: {status}");
        }
        Ok(Answer {
            head: head.to_owned(),
            body: body.to_owned(),
        })
    }
}

/// The text between two others.
fn between<'t>(text: &'t str, before: &str, after: &str) -> Result<&'t str> {
    let found = text
        .split_once(before)
        .and_then(|(_, rest)| Some(rest.split_once(after)?.0));
    found.with_context(|| format!("nothing stands behind “{before}”"))
}

/// Letters and figures as they are, everything else in figures.
fn encoded(text: &str) -> String {
    let each = text.bytes().map(|byte| match byte {
        byte if byte.is_ascii_alphanumeric() || byte == b'-' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    });
    each.collect()
}

/// A day as `yyyy-MM-dd`, as the system's own clock tells it.
fn days_from_now(days: u32) -> Result<String> {
    let output = Command::new("date")
        .args(["-u", "-d", &format!("+{days} days"), "+%Y-%m-%d"])
        .output()
        .context("`date` did not start")?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_sent_as_browsers_send_them() {
        assert_eq!(encoded("a b,c-é"), "a%20b%2Cc-%C3%A9");
        assert_eq!(between("at http://x:1. Stop", "://", ". ").unwrap(), "x:1");
        assert!(between("nothing", "://", ". ").is_err());
    }

    #[test]
    fn answers_have_headers_and_a_key() {
        let answer = Answer {
            head: "HTTP/1.1 201 Created\r\nETag: \"7\"".to_owned(),
            body: r#"{"key":"k"}"#.to_owned(),
        };
        assert_eq!(answer.header("etag").unwrap(), "\"7\"");
        assert!(answer.header("location").is_err());
        assert_eq!(answer.key().unwrap(), "k");
    }
}
