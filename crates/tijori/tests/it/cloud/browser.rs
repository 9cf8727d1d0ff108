//! A browser: it keeps cookies and sends forms.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// A browser that asks one address.
#[derive(Clone)]
pub struct Browser {
    pub address: String,
    pub host: String,
    pub cookies: BTreeMap<String, String>,
}

/// An answer.
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
    pub bytes: Vec<u8>,
}

impl Answer {
    /// The first value of a header; empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(it, _)| it == name);
        found.map_or("", |(_, value)| value)
    }

    fn read(raw: &[u8]) -> Self {
        let end = raw.windows(4).position(|four| four == b"\r\n\r\n");
        let end = end.expect("the end of the headers");
        let head = String::from_utf8_lossy(&raw[..end]).into_owned();
        let mut lines = head.lines();
        let first = lines.next().expect("a status line");
        let status = first.split(' ').nth(1).expect("a status");
        let pairs = lines.filter_map(|line| line.split_once(": "));
        let headers: Vec<(String, String)> = pairs
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        let is_chunked = headers.iter().any(|(_, value)| value == "chunked");
        let rest = &raw[end + 4..];
        let bytes = if is_chunked {
            unchunked(rest)
        } else {
            rest.to_vec()
        };
        Self {
            status: status.parse().expect("a number"),
            headers,
            body: String::from_utf8_lossy(&bytes).into_owned(),
            bytes,
        }
    }
}

/// The bytes of a body that comes in chunks (RFC 9112, 7.1).
fn unchunked(mut raw: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    while let Some(end) = raw.windows(2).position(|two| two == b"\r\n") {
        let size = String::from_utf8_lossy(&raw[..end]).into_owned();
        let size = usize::from_str_radix(size.trim(), 16).expect("a size");
        let rest = &raw[end + 2..];
        if size == 0 || rest.len() < size + 2 {
            break;
        }
        bytes.extend_from_slice(&rest[..size]);
        raw = &rest[size + 2..];
    }
    bytes
}

/// Letters, figures and little else as they are; everything else in figures.
pub fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let each = text.bytes().map(|byte| match byte {
        byte if plain(byte) => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    });
    each.collect()
}

impl Browser {
    pub fn new(address: &str) -> Self {
        Self {
            address: address.to_owned(),
            host: address.to_owned(),
            cookies: BTreeMap::new(),
        }
    }

    /// The same browser, asking another node under the same name.
    pub fn at(&self, address: &str) -> Self {
        Self {
            address: address.to_owned(),
            host: address.to_owned(),
            cookies: self.cookies.clone(),
        }
    }

    pub fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, &[], "")
    }

    pub fn post(&mut self, path: &str, form: &[(&str, &str)]) -> Answer {
        let pairs = form
            .iter()
            .map(|(name, value)| format!("{name}={}", encoded(value)));
        let body = pairs.collect::<Vec<_>>().join("&");
        let kind = [("Content-Type", "application/x-www-form-urlencoded")];
        self.send("POST", path, &kind, &body)
    }

    /// Sends a request with more headers; cookies that come back are kept.
    pub fn send(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Answer {
        self.send_bytes(method, path, headers, body.as_bytes())
    }

    /// The same with any bytes.
    pub fn send_bytes(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> Answer {
        let mut stream = TcpStream::connect(&self.address).expect("a connection");
        stream
            .set_read_timeout(Some(Duration::from_secs(60)))
            .expect("a limit");
        let mut text = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\
             Accept-Language: en\r\nContent-Length: {}\r\n",
            self.host,
            body.len()
        );
        let says_where_from = |name: &str| ["Sec-Fetch-Site", "Origin"].contains(&name);
        if !headers.iter().any(|(name, _)| says_where_from(name)) {
            text.push_str("Sec-Fetch-Site: same-origin\r\n");
        }
        if !self.cookies.is_empty() {
            let pairs = self
                .cookies
                .iter()
                .map(|(name, value)| format!("{name}={value}"));
            let line = pairs.collect::<Vec<_>>().join("; ");
            text.push_str(&format!("Cookie: {line}\r\n"));
        }
        for (name, value) in headers {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        text.push_str("\r\n");
        stream.write_all(text.as_bytes()).expect("a request");
        stream.write_all(body).expect("a request");
        let mut raw = Vec::new();
        stream.read_to_end(&mut raw).expect("an answer");
        let answer = Answer::read(&raw);
        for (name, value) in &answer.headers {
            if name == "set-cookie" {
                let pair = value.split(';').next().expect("a cookie");
                let (name, value) = pair.split_once('=').expect("a cookie");
                match value {
                    "" => self.cookies.remove(name),
                    value => self.cookies.insert(name.to_owned(), value.to_owned()),
                };
            }
        }
        answer
    }
}
