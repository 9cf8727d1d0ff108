//! What may be typed after `tijori backups`: kept backups, their places and schedules.

use clap::{Args, Subcommand, ValueEnum};
use jiff::civil::Time;
use std::path::PathBuf;

/// What can be done to kept backups.
#[derive(Debug, Subcommand)]
pub enum BackupsVerb {
    /// List kept backups, newest first
    List {
        /// Name or key of a business; all when absent
        business: Option<String>,
        /// Also those that failed, were missed, lie in Trash or are gone
        #[arg(long)]
        all: bool,
        /// Look into the places first
        #[arg(long)]
        look: bool,
    },
    /// Make a backup now and keep it in its places; none when nothing has changed
    Run(BackupsRun),
    /// Prove a kept backup whole, from where it lies
    Verify {
        /// The key of a backup; or the name or key of a business, for its newest
        backup: String,
    },
    /// Bring a kept backup back into a scratch place and prove it equal
    Rehearse {
        /// The key of a backup; or the name or key of a business, for its newest
        backup: String,
    },
    /// Copy a kept backup to this computer
    Download {
        /// The key of a backup; or the name or key of a business, for its newest
        backup: String,
        /// The file or folder to write; the backup's own name in the current folder when absent
        #[arg(long, short, value_name = "PATH")]
        output: Option<PathBuf>,
    },
    /// Move to Trash what no rule keeps, in every place
    Retention(BackupsRetention),
    /// Move a kept backup to the Trash of its place
    Remove {
        /// The key of a backup
        backup: String,
    },
    /// Bring a kept backup back from Trash
    Restore {
        /// The key of a backup
        backup: String,
    },
    /// Bring over what can still be read of a damaged list of backups, places and schedules
    Mend,
    /// The places where backups lie
    Places {
        #[command(subcommand)]
        verb: PlacesVerb,
    },
    /// When backups are made by themselves
    Schedules {
        #[command(subcommand)]
        verb: SchedulesVerb,
    },
}

/// Which parts are left out.
#[derive(Debug, Clone, Copy, Args)]
pub struct LeftOut {
    /// Leave the files on records out
    #[arg(long)]
    pub no_attachments: bool,
    /// Leave the emails out
    #[arg(long)]
    pub no_emails: bool,
    /// Leave the history out; such a copy is no audit trail
    #[arg(long)]
    pub no_history: bool,
}

impl LeftOut {
    /// What is in.
    pub const fn contents(self) -> catalog::Contents {
        catalog::Contents {
            attachments: !self.no_attachments,
            emails: !self.no_emails,
            history: !self.no_history,
        }
    }
}

/// A backup that is made now.
#[derive(Debug, Args)]
pub struct BackupsRun {
    /// Name or key
    pub business: String,
    /// Only into this place (name or key); several times for several
    #[arg(long = "to", value_name = "PLACE")]
    pub places: Vec<String>,
    /// Protect it with a passphrase, which stays in the vault of this computer
    #[arg(long)]
    pub encrypt: bool,
    #[command(flatten)]
    pub left_out: LeftOut,
}

/// What is kept. Numbers count the hours, days and so on that have a backup; a backup stays when
/// any of them keeps it.
#[derive(Debug, Args)]
pub struct BackupsRetention {
    /// Name or key
    pub business: String,
    /// Only say what would go
    #[arg(long, short = 'n')]
    pub dry_run: bool,
    /// From now on keep the newest COUNT
    #[arg(long, value_name = "COUNT")]
    pub keep_last: Option<u32>,
    /// From now on keep the last of each of COUNT hours
    #[arg(long, value_name = "COUNT")]
    pub keep_hourly: Option<u32>,
    /// From now on keep the last of each of COUNT days
    #[arg(long, value_name = "COUNT")]
    pub keep_daily: Option<u32>,
    /// From now on keep the last of each of COUNT weeks
    #[arg(long, value_name = "COUNT")]
    pub keep_weekly: Option<u32>,
    /// From now on keep the last of each of COUNT months
    #[arg(long, value_name = "COUNT")]
    pub keep_monthly: Option<u32>,
    /// From now on keep the last of each of COUNT years
    #[arg(long, value_name = "COUNT")]
    pub keep_yearly: Option<u32>,
    /// From now on let nothing go
    #[arg(long)]
    pub keep_all: bool,
}

/// What can be done to places.
#[derive(Debug, Subcommand)]
pub enum PlacesVerb {
    /// List all places
    List,
    /// Set up a place: a folder, or a bucket of S3-compatible storage
    Add(PlacesAdd),
    /// Try a place: is it there, is it ours, can bytes be put and read
    Test {
        /// Name or key
        place: String,
    },
    /// Forget a place; what lies there stays there
    Remove {
        /// Name or key
        place: String,
    },
}

/// A place.
#[derive(Debug, Args)]
pub struct PlacesAdd {
    /// What you call it
    pub name: String,
    /// The folder, as a whole path
    #[arg(long, value_name = "PATH", conflicts_with = "bucket")]
    pub folder: Option<PathBuf>,
    /// The bucket; its secret access key comes from TIJORI_SECRET_ACCESS_KEY or is asked for
    #[arg(
        long,
        value_name = "NAME",
        required_unless_present = "folder",
        requires = "access_key"
    )]
    pub bucket: Option<String>,
    /// The address of the storage, as https://s3.example.com; the region's own when absent
    #[arg(long, value_name = "URL", default_value = "")]
    pub endpoint: String,
    /// The region, as ap-south-1
    #[arg(long, default_value = "")]
    pub region: String,
    /// What all names in the bucket begin with
    #[arg(long, default_value = "")]
    pub prefix: String,
    /// The access key id
    #[arg(long, value_name = "ID")]
    pub access_key: Option<String>,
    /// The bucket stands in the host's name and not in the path
    #[arg(long)]
    pub virtual_host: bool,
}

/// What can be done to schedules.
#[derive(Debug, Subcommand)]
pub enum SchedulesVerb {
    /// List all schedules
    List,
    /// Make backups by themselves
    Add(SchedulesAdd),
    /// Stop a schedule for a while
    Pause {
        /// Its key
        schedule: String,
    },
    /// Go on with a paused schedule, from now on
    Resume {
        /// Its key
        schedule: String,
    },
    /// Forget a schedule; what it made stays
    Remove {
        /// Its key
        schedule: String,
    },
}

/// How often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Every {
    /// At every full hour
    Hour,
    /// Every day
    Day,
    /// Every week
    Week,
    /// When the program ends
    Close,
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Day {
    /// Monday
    Monday,
    /// Tuesday
    Tuesday,
    /// Wednesday
    Wednesday,
    /// Thursday
    Thursday,
    /// Friday
    Friday,
    /// Saturday
    Saturday,
    /// Sunday
    Sunday,
}

/// A schedule.
#[derive(Debug, Args)]
pub struct SchedulesAdd {
    /// Name or key of a business; all, also those that come later, when absent
    pub business: Option<String>,
    /// How often
    #[arg(long)]
    pub every: Every,
    /// The time of day in the business's time zone, as 22:00
    #[arg(long, value_name = "TIME", default_value = "22:00")]
    pub at: Time,
    /// The day of the week
    #[arg(long, value_name = "DAY", default_value = "sunday")]
    pub on: Day,
    /// Into this place (name or key); several times for several, all there are when absent
    #[arg(long = "to", value_name = "PLACE")]
    pub places: Vec<String>,
    /// Protect the backups with a passphrase, which stays in the vault of this computer
    #[arg(long)]
    pub encrypt: bool,
    /// Do not bring the newest backup back for a test every week
    #[arg(long)]
    pub no_rehearsal: bool,
    /// Whom to email when something goes wrong
    #[arg(long, value_name = "ADDRESS")]
    pub email: Option<String>,
    #[command(flatten)]
    pub left_out: LeftOut,
}
