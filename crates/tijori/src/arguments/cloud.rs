//! What may be typed after `tijori cloud` and `tijori portal`.

use super::ServerArguments;
use clap::{Args, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::path::PathBuf;

/// How the Cloud edition starts, and what can be done to it.
#[derive(Debug, Clone, Args)]
pub struct CloudArguments {
    #[command(flatten)]
    pub ground: GroundArguments,
    #[command(flatten)]
    pub serving: ServerArguments,
    /// Where the customer portal is reached by this node, as https://portal.example.com
    #[arg(long, env = "TIJORI_PORTAL_ORIGIN", value_name = "URL")]
    pub portal_origin: Option<String>,
    /// A file whose first line is the secret that events of billing are signed with;
    /// TIJORI_BILLING_SECRET does the same
    #[arg(long, env = "TIJORI_BILLING_SECRET_FILE", value_name = "FILE")]
    pub billing_secret_file: Option<PathBuf>,
    /// Jobs that this node does at the same time; 0 for none
    #[arg(
        long,
        env = "TIJORI_JOBS",
        value_name = "COUNT",
        default_value_t = 2,
        value_parser = clap::value_parser!(u8).range(0..=32)
    )]
    pub jobs: u8,
    /// Let subscribers send emails through servers with any address, also in the network around;
    /// for those who know all of their subscribers
    #[arg(long, env = "TIJORI_MAIL_TO_ANY_ADDRESS")]
    pub mail_to_any_address: bool,
    #[command(subcommand)]
    pub verb: Option<CloudVerb>,
}

/// How the portal starts, alone.
#[derive(Debug, Clone, Args)]
pub struct PortalArguments {
    #[command(flatten)]
    pub ground: GroundArguments,
    #[command(flatten)]
    pub serving: ServerArguments,
}

/// What every node stands on.
#[derive(Debug, Clone, Args)]
pub struct GroundArguments {
    /// The database, as postgresql://tijori@localhost/tijori
    #[arg(
        long,
        global = true,
        env = "TIJORI_DATABASE",
        hide_env_values = true,
        value_name = "URL"
    )]
    pub database: Option<String>,
    /// Connections to the database at the same time
    #[arg(
        long,
        env = "TIJORI_CONNECTIONS",
        value_name = "COUNT",
        default_value_t = 32,
        value_parser = clap::value_parser!(u32).range(4..=1000)
    )]
    pub connections: u32,
    /// The file with the master key; TIJORI_MASTER_KEY may hold the key itself
    #[arg(
        long,
        global = true,
        env = "TIJORI_MASTER_KEY_FILE",
        value_name = "FILE"
    )]
    pub master_key_file: Option<PathBuf>,
    /// A folder for files that are needed for a while; the system's when absent
    #[arg(long, env = "TIJORI_SCRATCH", value_name = "DIR")]
    pub scratch: Option<PathBuf>,
    #[command(flatten)]
    pub storage: StorageArguments,
}

/// The object storage. Its secret comes from TIJORI_S3_SECRET_ACCESS_KEY.
#[derive(Debug, Clone, Args)]
pub struct StorageArguments {
    /// The address of the object storage, as https://s3.example.com
    #[arg(
        long,
        env = "TIJORI_S3_ENDPOINT",
        value_name = "URL",
        default_value = ""
    )]
    pub s3_endpoint: String,
    /// Its region
    #[arg(
        long,
        env = "TIJORI_S3_REGION",
        value_name = "NAME",
        default_value = "us-east-1"
    )]
    pub s3_region: String,
    /// The bucket
    #[arg(long, env = "TIJORI_S3_BUCKET", value_name = "NAME")]
    pub s3_bucket: Option<String>,
    /// What all keys in the bucket begin with
    #[arg(
        long,
        env = "TIJORI_S3_PREFIX",
        value_name = "TEXT",
        default_value = ""
    )]
    pub s3_prefix: String,
    /// The bucket stands in the path and not in the host's name
    #[arg(long, env = "TIJORI_S3_PATH_STYLE")]
    pub s3_path_style: bool,
    /// Who signs the requests
    #[arg(long, env = "TIJORI_S3_ACCESS_KEY_ID", value_name = "TEXT")]
    pub s3_access_key_id: Option<String>,
}

/// What can be done to the Cloud edition.
#[derive(Debug, Clone, Subcommand)]
pub enum CloudVerb {
    /// Make the tables of the database, or bring them up to this version, as their owner
    Prepare {
        /// The role that nodes connect as: it owns nothing
        #[arg(long, value_name = "NAME", default_value = "tijori")]
        role: String,
    },
    /// Draw a master key and write it to a new file
    Key {
        /// The file
        file: PathBuf,
    },
    /// The mail account through which the edition writes to all users: links for a new password
    Mail {
        #[command(subcommand)]
        verb: MailVerb,
    },
    /// Subscribers
    Subscriber {
        #[command(subcommand)]
        verb: SubscriberVerb,
    },
    /// The users of a subscriber, for whoever cannot get in any more
    User {
        #[command(subcommand)]
        verb: CloudUserVerb,
    },
}

/// What can be done to the users of a subscriber. Each act is a line of the security log and a
/// letter to the user, where the edition has a mail account.
#[derive(Debug, Clone, Subcommand)]
pub enum CloudUserVerb {
    /// List the users of a subscriber
    List {
        /// The key or the name
        subscriber: String,
    },
    /// Make a link for a new password, good once and for half an hour
    Link {
        /// The key or the name
        subscriber: String,
        /// What the user signs in with
        name: String,
        /// What people type into their browser, as https://books.example.com
        #[arg(long, env = "TIJORI_ORIGIN", value_name = "URL", default_value = "")]
        origin: String,
    },
    /// Take away a user's second factor, when it is lost with the codes on paper
    ForgetSecondFactor {
        /// The key or the name
        subscriber: String,
        /// What the user signs in with
        name: String,
    },
}

/// What can be done to the mail account of the edition.
#[derive(Debug, Clone, Subcommand)]
pub enum MailVerb {
    /// Keep an account, sealed; its password comes from TIJORI_MAIL_PASSWORD
    Set(MailSet),
    /// Show the account without its password
    Show,
    /// Forget the account
    Remove,
}

/// A mail account, as it is typed.
#[derive(Debug, Clone, Args)]
pub struct MailSet {
    /// The server
    pub host: String,
    /// Whom letters are from, as “Books <books@example.com>”
    #[arg(long, value_name = "ADDRESS")]
    pub from: String,
    /// 465, 587 or 25; any on this computer
    #[arg(long, value_name = "PORT", default_value_t = 465)]
    pub port: u16,
    /// How the connection is encrypted
    #[arg(long, default_value = "tls")]
    pub security: SecurityWord,
    /// The user name; none where the server wants no login
    #[arg(long, value_name = "NAME", default_value = "")]
    pub username: String,
    /// Letters within an hour
    #[arg(long, value_name = "COUNT", default_value_t = 1000)]
    pub per_hour: u32,
}

/// How a connection is encrypted, as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SecurityWord {
    /// From the first byte
    Tls,
    /// After the greeting
    Starttls,
    /// Not at all: to this computer only
    None,
}

/// What can be done to subscribers.
#[derive(Debug, Clone, Subcommand)]
pub enum SubscriberVerb {
    /// Add a subscriber on trial, with an administrator, and print a link for the password
    Add {
        /// The name of the firm
        name: String,
        /// What the administrator signs in with
        #[arg(long, value_name = "ADDRESS")]
        email: String,
        /// What people type into their browser, as https://books.example.com
        #[arg(long, env = "TIJORI_ORIGIN", value_name = "URL", default_value = "")]
        origin: String,
    },
    /// List all subscribers
    List,
    /// Show one
    Show {
        /// The key or the name
        subscriber: String,
    },
    /// Set the state of a subscription
    SetState {
        /// The key or the name
        subscriber: String,
        /// The state
        state: StateWord,
        /// Its last day, in UTC; it holds until another is set when absent
        #[arg(long, value_name = "DATE")]
        until: Option<Date>,
    },
    /// Let the present state of a trial or an active subscription hold longer
    Extend {
        /// The key or the name
        subscriber: String,
        /// Its new last day, in UTC
        #[arg(long, value_name = "DATE")]
        until: Date,
    },
    /// Remove a subscriber who has no businesses
    Remove {
        /// The key or the name
        subscriber: String,
    },
}

/// The state of a subscription, as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum StateWord {
    /// Tried out
    Trial,
    /// Paid for
    Active,
    /// A payment is late
    PastDue,
    /// Its time is over
    Expired,
    /// Its owner ended it
    Cancelled,
}
