//! What may be typed (design: “the command line”; people script it, so it is stable).

pub mod backups;
pub mod cloud;

use backups::BackupsVerb;
use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use cloud::{CloudArguments, PortalArguments};
use jiff::civil::Date;
use std::path::PathBuf;

/// The largest file that may ever be allowed, in bytes: a TiB.
const IMPORT_LIMIT_MAX: u64 = 1 << 40;

/// Bookkeeping whose heart is safekeeping.
#[derive(Debug, Parser)]
#[command(name = "tijori", version, max_term_width = 100)]
#[command(about = "Bookkeeping for small businesses, with backups that prove themselves")]
pub struct Arguments {
    /// The folder that holds the businesses
    #[arg(long, global = true, env = "TIJORI_DATA", value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Keep the businesses in a folder that a network or a synchronising program shares, though
    /// they may be lost there
    #[arg(long, global = true, env = "TIJORI_SHARED_FOLDER")]
    pub shared_folder: bool,
    /// Print one JSON document on standard output
    #[arg(long, global = true)]
    pub json: bool,
    /// A file whose first line is the passphrase of an encrypted backup; TIJORI_PASSPHRASE does
    /// the same, and at a terminal it is asked for
    #[arg(long, global = true, value_name = "PATH")]
    pub passphrase_file: Option<PathBuf>,
    /// The largest file that is imported, verified or looked into, in bytes: 4294967296 unless
    /// told; what it unpacks to may be twice as much
    #[arg(
        long,
        global = true,
        env = "TIJORI_IMPORT_LIMIT",
        value_name = "BYTES",
        value_parser = clap::value_parser!(u64).range(1..=IMPORT_LIMIT_MAX)
    )]
    pub import_limit: Option<u64>,
    #[command(flatten)]
    pub desktop: DesktopArguments,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// How the Desktop edition starts.
#[derive(Debug, Clone, Default, Args)]
pub struct DesktopArguments {
    /// The port on this computer; 0 for any that is free
    #[arg(long, value_name = "PORT")]
    pub port: Option<u16>,
    /// Do not open the browser
    #[arg(long)]
    pub no_browser: bool,
    /// The largest file that may be attached, in bytes: 100000000 unless told, at most 2147483648
    #[arg(
        long,
        env = "TIJORI_ATTACHMENT_LIMIT",
        value_name = "BYTES",
        value_parser = clap::value_parser!(u64).range(1..=web::ATTACHMENT_BYTES_MAX)
    )]
    pub attachment_limit: Option<u64>,
}

impl DesktopArguments {
    /// What was asked for here, and where nothing was, there.
    #[must_use]
    pub fn or(&self, there: &Self) -> Self {
        Self {
            port: self.port.or(there.port),
            no_browser: self.no_browser || there.no_browser,
            attachment_limit: self.attachment_limit.or(there.attachment_limit),
        }
    }
}

/// How the Server edition starts.
#[derive(Debug, Clone, Args)]
pub struct ServerArguments {
    /// The address and port to listen on
    #[arg(
        long,
        env = "TIJORI_LISTEN",
        value_name = "ADDRESS:PORT",
        default_value = "127.0.0.1:8743"
    )]
    pub listen: std::net::SocketAddr,
    /// What people type into their browser, as https://books.example.com; with https where a proxy
    /// in front speaks TLS
    #[arg(long, env = "TIJORI_ORIGIN", value_name = "URL")]
    pub origin: Option<String>,
    /// The certificate with its chain, in PEM, to speak TLS without a proxy; read again on SIGHUP
    #[arg(
        long,
        env = "TIJORI_TLS_CERT",
        value_name = "FILE",
        requires = "tls_key"
    )]
    pub tls_cert: Option<PathBuf>,
    /// The certificate's secret key, in PEM
    #[arg(
        long,
        env = "TIJORI_TLS_KEY",
        value_name = "FILE",
        requires = "tls_cert"
    )]
    pub tls_key: Option<PathBuf>,
    /// Where figures for Prometheus are told, as 127.0.0.1:9100; nowhere when nothing is said
    #[arg(long, env = "TIJORI_METRICS", value_name = "ADDRESS:PORT")]
    pub metrics: Option<std::net::SocketAddr>,
    /// The address of a proxy in front, which may say for whom it asks; several times for several
    #[arg(
        long = "proxy",
        env = "TIJORI_PROXY",
        value_name = "ADDRESS",
        value_delimiter = ','
    )]
    pub proxies: Vec<std::net::IpAddr>,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the pages on this computer and open the browser (also without any command)
    Desktop(DesktopArguments),
    /// Serve people who sign in, on this computer's network
    Server(ServerArguments),
    /// Serve subscribers, each with users and businesses of their own
    Cloud(Box<CloudArguments>),
    /// Serve the customer portal alone: subscribers fetch their backups
    Portal(Box<PortalArguments>),
    /// Users of the Server edition
    User {
        #[command(subcommand)]
        verb: UserVerb,
    },
    /// Create, list, remove and restore businesses
    Business {
        #[command(subcommand)]
        verb: BusinessVerb,
    },
    /// Make a backup of a business
    Backup(BackupArguments),
    /// Backups that are kept in places: list, make, prove, fetch and retire them
    Backups {
        #[command(subcommand)]
        verb: BackupsVerb,
    },
    /// Say what a file holds
    Inspect {
        /// Any file
        file: PathBuf,
    },
    /// Prove a file whole, or a business against its History
    Verify {
        /// Any file; or the name or key of a business, where no such file is
        what: PathBuf,
        /// Backups to compare the business with: files, or folders with files in them
        #[arg(long, value_name = "PATH")]
        backups: Vec<PathBuf>,
    },
    /// Print the History of a business, newest first
    History(HistoryArguments),
    /// Make a new business of a file
    Import(ImportArguments),
    /// Bring what is whole in a damaged file into a new business, and say what is lost
    Rescue(RescueArguments),
    /// Say what differs between a file and a business
    Compare {
        /// A `.manager` file, plain or compressed
        file: PathBuf,
        /// Name or key
        business: String,
    },
    /// Read and write records as JSON
    Record {
        #[command(subcommand)]
        verb: RecordVerb,
    },
    /// Print a report
    Report(ReportArguments),
}

/// What an administrator at this computer can do to users, also while the server runs.
#[derive(Debug, Subcommand)]
pub enum UserVerb {
    /// List all users
    List,
    /// Print the security log, the newest line first
    Log {
        /// How many lines at most
        #[arg(long, value_name = "LINES", default_value_t = 100)]
        count: usize,
    },
    /// Make a link for a new password, good once and for half an hour
    Link {
        /// What the user signs in with
        name: String,
        /// What people type into their browser, as https://books.example.com; where the server
        /// said that it is, when it is not told
        #[arg(long, env = "TIJORI_ORIGIN", value_name = "URL", default_value = "")]
        origin: String,
    },
    /// Take away a user's second factor, when it is lost with the codes on paper
    ForgetSecondFactor {
        /// What the user signs in with
        name: String,
    },
}

/// What can be done to businesses.
#[derive(Debug, Subcommand)]
pub enum BusinessVerb {
    /// Create an empty business with a plain chart of accounts
    Create {
        /// Its name
        name: String,
        /// ISO 3166 code, as BD
        #[arg(long, value_name = "CC", default_value = "")]
        country: String,
        /// ISO 4217 code, as BDT
        #[arg(long, value_name = "CODE", default_value = "")]
        currency: String,
        /// IANA name, as Asia/Dhaka
        #[arg(long, value_name = "TZ", default_value = "")]
        time_zone: String,
    },
    /// List all businesses
    List,
    /// Move a business to Trash
    Remove {
        /// Name or key
        business: String,
    },
    /// Bring a business back from Trash
    Restore {
        /// Name or key
        business: String,
    },
    /// Say of a business that was brought in that its books are kept here: it may act by itself
    Confirm {
        /// Name or key
        business: String,
        /// It is a copy: the books are kept elsewhere, and it does nothing by itself
        #[arg(long)]
        as_copy: bool,
    },
}

/// What a backup holds and where it goes.
#[derive(Debug, Args)]
pub struct BackupArguments {
    /// Name or key
    pub business: String,
    /// The file or folder to write; the suggested name in the current folder when absent
    #[arg(long, short, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Leave the files on records out
    #[arg(long)]
    pub no_attachments: bool,
    /// Leave the emails out
    #[arg(long)]
    pub no_emails: bool,
    /// Leave the history out; such a copy is no audit trail
    #[arg(long)]
    pub no_history: bool,
    /// Write the uncompressed database, for other programs
    #[arg(long)]
    pub plain: bool,
    /// Protect the file with a passphrase, as age does
    #[arg(long, conflicts_with = "plain")]
    pub encrypt: bool,
    /// Write a summary beside the encrypted file that anybody can read: the business, when and by
    /// whom it was made, and how much is in it; no amounts
    #[arg(long, requires = "encrypt")]
    pub readable_summary: bool,
}

/// What is imported, and in whose place.
#[derive(Debug, Args)]
pub struct ImportArguments {
    /// A `.manager` file, plain or compressed
    pub file: PathBuf,
    /// The name of the new business
    #[arg(long)]
    pub name: Option<String>,
    /// Put it in the place of this business (name or key), which is backed up and goes to Trash
    #[arg(long, value_name = "BUSINESS")]
    pub replace: Option<String>,
    /// The file ending in -wal beside it, for a copy made while another program had it open
    #[arg(long, value_name = "FILE")]
    pub wal: Option<PathBuf>,
    /// The folder for the backup of the business that is replaced; `Safety backups` in the data
    /// folder when absent
    #[arg(long, value_name = "DIR", requires = "replace")]
    pub safety_folder: Option<PathBuf>,
}

/// What is rescued, and under which name.
#[derive(Debug, Args)]
pub struct RescueArguments {
    /// A damaged `.manager` file, plain or compressed
    pub file: PathBuf,
    /// The name of the new business; its own with a word that says that it was rescued when absent
    #[arg(long)]
    pub name: Option<String>,
    /// Only list what is certain, uncertain and lost; bring nothing over
    #[arg(long)]
    pub list_only: bool,
}

/// Which entries of a History are wanted, and how.
#[derive(Debug, Args)]
pub struct HistoryArguments {
    /// Name or key
    pub business: String,
    /// Print CSV for spreadsheets
    #[arg(long, conflicts_with = "json")]
    pub csv: bool,
    /// Only the changes of this record
    #[arg(long, value_name = "KEY")]
    pub record: Option<String>,
    /// Only this kind, as SalesInvoice or sales-invoices
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// Only this action, as change or backup
    #[arg(long, value_name = "CODE")]
    pub action: Option<String>,
    /// Only what this user did
    #[arg(long, value_name = "NAME")]
    pub user: Option<String>,
    /// From this day on, in the business's time zone
    #[arg(long, value_name = "DATE")]
    pub from: Option<Date>,
    /// Up to this day
    #[arg(long, value_name = "DATE")]
    pub to: Option<Date>,
    /// At most so many entries
    #[arg(long, value_name = "COUNT")]
    pub limit: Option<usize>,
}

/// What can be done to records.
#[derive(Debug, Subcommand)]
pub enum RecordVerb {
    /// List records of a business or of a backup file
    List {
        /// Name or key of a business, or a file
        business: String,
        /// Only this kind, as SalesInvoice or sales-invoices
        #[arg(long, value_name = "KIND")]
        kind: Option<String>,
    },
    /// Show one record of a business or of a backup file
    Show {
        /// Name or key of a business, or a file
        business: String,
        /// The record's key
        key: String,
    },
    /// Bring one record out of a backup file back into a business, with its attachments
    Take {
        /// The file
        file: PathBuf,
        /// The record's key
        key: String,
        /// Name or key of the business
        #[arg(long, value_name = "BUSINESS")]
        into: String,
        /// Bring the records that it names and the business lacks too
        #[arg(long)]
        with_references: bool,
        /// Replace the record of that key that the business has, when it differs
        #[arg(long)]
        replace: bool,
    },
    /// Make or change a record: the JSON tells all its named fields; fields nobody knows stay
    Put {
        /// Name or key
        business: String,
        /// The record's key; a new record when absent
        #[arg(long)]
        key: Option<String>,
        /// The kind of a new record, as Customer or customers
        #[arg(long, value_name = "KIND")]
        kind: Option<String>,
        /// The JSON file; - for standard input
        #[arg(default_value = "-")]
        file: PathBuf,
    },
    /// Delete a record
    Delete {
        /// Name or key
        business: String,
        /// The record's key
        key: String,
    },
}

/// Which report is wanted, of what time, and how.
#[derive(Debug, Args)]
pub struct ReportArguments {
    // The names stand in the help, which no fixed sentence could keep true.
    #[arg(help = report_help())]
    pub name: String,
    /// Name or key
    pub business: String,
    /// Up to this day, as 2026-11-21
    #[arg(long, value_name = "DATE", conflicts_with_all = ["from", "to", "period"])]
    pub as_at: Option<Date>,
    /// From this day on
    #[arg(long, value_name = "DATE", conflicts_with = "period")]
    pub from: Option<Date>,
    /// Up to this day
    #[arg(long, value_name = "DATE", conflicts_with = "period")]
    pub to: Option<Date>,
    /// A period or day by its name, as last-month or today; everything recorded when absent
    #[arg(
        long,
        value_name = "WORD",
        value_parser = PossibleValuesParser::new(web::report_presets())
    )]
    pub period: Option<String>,
    /// Columns beside it: earlier periods
    #[arg(
        long,
        value_name = "WORD",
        value_parser = PossibleValuesParser::new(web::report_comparisons())
    )]
    pub compare: Option<String>,
    /// How many periods to compare with, 1 to 11
    #[arg(long, value_name = "COUNT", requires = "compare")]
    pub columns: Option<usize>,
    /// When income and expenses count
    #[arg(long)]
    pub basis: Option<ReportBasis>,
    /// The account, customer, supplier, tax code or item that it is about
    #[arg(long, value_name = "KEY")]
    pub about: Option<String>,
    /// Only this division
    #[arg(long, value_name = "KEY")]
    pub division: Option<String>,
    /// Show rows without a balance too
    #[arg(long)]
    pub zero: bool,
    /// How it is written
    #[arg(long, default_value = "text")]
    pub format: ReportFormat,
    /// Begin CSV with the mark by which some spreadsheets know UTF-8
    #[arg(long)]
    pub bom: bool,
    /// The file to write, which must not be there yet; standard output when absent
    #[arg(long, short, value_name = "PATH")]
    pub output: Option<PathBuf>,
}

/// When income and expenses count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportBasis {
    /// When they are earned and owed
    Accrual,
    /// When they are paid
    Cash,
}

impl ReportBasis {
    /// The word in the address of a report.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Accrual => "accrual",
            Self::Cash => "cash",
        }
    }
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// In columns, for people
    Text,
    /// For spreadsheets
    Csv,
    /// For scripts
    Json,
    /// For printing and sending
    Pdf,
}

/// The help on the name of a report.
fn report_help() -> String {
    let names: Vec<&str> = web::report_names().collect();
    let names = names.join(", ");
    format!("Which report, or the name or key of a saved one [reports: {names}]")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_of_attachments_is_a_number_of_bytes_up_to_2_gib() {
        let limit = |words: &[&str]| {
            Arguments::try_parse_from(words.iter().copied()).map(|arguments| {
                let here = match &arguments.command {
                    Some(Command::Desktop(desktop)) => desktop.clone(),
                    _ => DesktopArguments::default(),
                };
                here.or(&arguments.desktop).attachment_limit
            })
        };
        let told = ["tijori", "--attachment-limit", "2147483648"];
        assert_eq!(limit(&told).ok(), Some(Some(2_147_483_648)));
        let after = ["tijori", "desktop", "--attachment-limit", "5"];
        assert_eq!(limit(&after).ok(), Some(Some(5)));
        assert_eq!(limit(&["tijori"]).ok(), Some(None));
        for wrong in ["2147483649", "0", "-1", "2GB"] {
            assert!(limit(&["tijori", "--attachment-limit", wrong]).is_err());
        }
    }
}
