//! The countries a business can be in: ISO 3166 codes with the currency and the time zone of most of
//! their people.
//!
//! A table: exempt from the length limit (docs/STYLE.md). Catalogues may name a country by the key
//! `country-<code>`; the English name stands where they do not.

use pages::Locale;

/// One country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166 code, as `BD`.
    pub code: &'static str,
    /// The usual English name.
    pub name: &'static str,
    /// The currency used there, ISO 4217.
    pub currency: &'static str,
    /// The time zone of the capital or of the largest city, an IANA name.
    pub time_zone: &'static str,
}

/// Every country, by code.
pub fn countries() -> &'static [Country] {
    COUNTRIES
}

/// What the countries are called in the reader's language, with their codes, in its order.
pub(crate) fn named_countries(locale: Locale) -> Vec<(String, &'static str)> {
    let mut named: Vec<(String, &str)> = countries()
        .iter()
        .filter_map(|country| Some((country_name(locale, country.code)?, country.code)))
        .collect();
    named.sort_by(|(a, _), (b, _)| locale.compare(a, b));
    named
}

/// What the country with this code is called in the reader's language, where it is known.
pub(crate) fn country_name(locale: Locale, code: &str) -> Option<String> {
    let found = country(code)?;
    let key = format!("country-{}", found.code);
    Some(if locale.has(&key) {
        locale.text(&key)
    } else {
        found.name.to_owned()
    })
}

/// The country with this code.
pub fn country(code: &str) -> Option<&'static Country> {
    COUNTRIES.iter().find(|country| country.code == code)
}

/// The time zone of a business whose file tells none: that of its country, else the computer's.
pub fn time_zone_of<'a>(plan: &'a backup::FilePlan, computer_zone: &'a str) -> &'a str {
    let told = plan.time_zone.as_deref();
    let usual = || Some(country(plan.country.as_deref()?)?.time_zone);
    told.or_else(usual).unwrap_or(computer_zone)
}

/// A row of the table.
const fn row(
    code: &'static str,
    name: &'static str,
    currency: &'static str,
    time_zone: &'static str,
) -> Country {
    Country {
        code,
        name,
        currency,
        time_zone,
    }
}

const COUNTRIES: &[Country] = &[
    row("AD", "Andorra", "EUR", "Europe/Andorra"),
    row("AE", "United Arab Emirates", "AED", "Asia/Dubai"),
    row("AF", "Afghanistan", "AFN", "Asia/Kabul"),
    row("AG", "Antigua and Barbuda", "XCD", "America/Antigua"),
    row("AI", "Anguilla", "XCD", "America/Anguilla"),
    row("AL", "Albania", "ALL", "Europe/Tirane"),
    row("AM", "Armenia", "AMD", "Asia/Yerevan"),
    row("AO", "Angola", "AOA", "Africa/Luanda"),
    row("AR", "Argentina", "ARS", "America/Argentina/Buenos_Aires"),
    row("AS", "American Samoa", "USD", "Pacific/Pago_Pago"),
    row("AT", "Austria", "EUR", "Europe/Vienna"),
    row("AU", "Australia", "AUD", "Australia/Sydney"),
    row("AW", "Aruba", "AWG", "America/Aruba"),
    row("AX", "Åland Islands", "EUR", "Europe/Mariehamn"),
    row("AZ", "Azerbaijan", "AZN", "Asia/Baku"),
    row("BA", "Bosnia and Herzegovina", "BAM", "Europe/Sarajevo"),
    row("BB", "Barbados", "BBD", "America/Barbados"),
    row("BD", "Bangladesh", "BDT", "Asia/Dhaka"),
    row("BE", "Belgium", "EUR", "Europe/Brussels"),
    row("BF", "Burkina Faso", "XOF", "Africa/Ouagadougou"),
    row("BG", "Bulgaria", "EUR", "Europe/Sofia"),
    row("BH", "Bahrain", "BHD", "Asia/Bahrain"),
    row("BI", "Burundi", "BIF", "Africa/Bujumbura"),
    row("BJ", "Benin", "XOF", "Africa/Porto-Novo"),
    row("BL", "Saint Barthélemy", "EUR", "America/St_Barthelemy"),
    row("BM", "Bermuda", "BMD", "Atlantic/Bermuda"),
    row("BN", "Brunei", "BND", "Asia/Brunei"),
    row("BO", "Bolivia", "BOB", "America/La_Paz"),
    row("BQ", "Caribbean Netherlands", "USD", "America/Kralendijk"),
    row("BR", "Brazil", "BRL", "America/Sao_Paulo"),
    row("BS", "Bahamas", "BSD", "America/Nassau"),
    row("BT", "Bhutan", "BTN", "Asia/Thimphu"),
    row("BW", "Botswana", "BWP", "Africa/Gaborone"),
    row("BY", "Belarus", "BYN", "Europe/Minsk"),
    row("BZ", "Belize", "BZD", "America/Belize"),
    row("CA", "Canada", "CAD", "America/Toronto"),
    row("CC", "Cocos (Keeling) Islands", "AUD", "Indian/Cocos"),
    row(
        "CD",
        "Congo (Democratic Republic)",
        "CDF",
        "Africa/Kinshasa",
    ),
    row("CF", "Central African Republic", "XAF", "Africa/Bangui"),
    row("CG", "Congo (Republic)", "XAF", "Africa/Brazzaville"),
    row("CH", "Switzerland", "CHF", "Europe/Zurich"),
    row("CI", "Côte d’Ivoire", "XOF", "Africa/Abidjan"),
    row("CK", "Cook Islands", "NZD", "Pacific/Rarotonga"),
    row("CL", "Chile", "CLP", "America/Santiago"),
    row("CM", "Cameroon", "XAF", "Africa/Douala"),
    row("CN", "China", "CNY", "Asia/Shanghai"),
    row("CO", "Colombia", "COP", "America/Bogota"),
    row("CR", "Costa Rica", "CRC", "America/Costa_Rica"),
    row("CU", "Cuba", "CUP", "America/Havana"),
    row("CV", "Cape Verde", "CVE", "Atlantic/Cape_Verde"),
    row("CW", "Curaçao", "ANG", "America/Curacao"),
    row("CX", "Christmas Island", "AUD", "Indian/Christmas"),
    row("CY", "Cyprus", "EUR", "Asia/Nicosia"),
    row("CZ", "Czechia", "CZK", "Europe/Prague"),
    row("DE", "Germany", "EUR", "Europe/Berlin"),
    row("DJ", "Djibouti", "DJF", "Africa/Djibouti"),
    row("DK", "Denmark", "DKK", "Europe/Copenhagen"),
    row("DM", "Dominica", "XCD", "America/Dominica"),
    row("DO", "Dominican Republic", "DOP", "America/Santo_Domingo"),
    row("DZ", "Algeria", "DZD", "Africa/Algiers"),
    row("EC", "Ecuador", "USD", "America/Guayaquil"),
    row("EE", "Estonia", "EUR", "Europe/Tallinn"),
    row("EG", "Egypt", "EGP", "Africa/Cairo"),
    row("EH", "Western Sahara", "MAD", "Africa/El_Aaiun"),
    row("ER", "Eritrea", "ERN", "Africa/Asmara"),
    row("ES", "Spain", "EUR", "Europe/Madrid"),
    row("ET", "Ethiopia", "ETB", "Africa/Addis_Ababa"),
    row("FI", "Finland", "EUR", "Europe/Helsinki"),
    row("FJ", "Fiji", "FJD", "Pacific/Fiji"),
    row("FK", "Falkland Islands", "FKP", "Atlantic/Stanley"),
    row("FM", "Micronesia", "USD", "Pacific/Pohnpei"),
    row("FO", "Faroe Islands", "DKK", "Atlantic/Faroe"),
    row("FR", "France", "EUR", "Europe/Paris"),
    row("GA", "Gabon", "XAF", "Africa/Libreville"),
    row("GB", "United Kingdom", "GBP", "Europe/London"),
    row("GD", "Grenada", "XCD", "America/Grenada"),
    row("GE", "Georgia", "GEL", "Asia/Tbilisi"),
    row("GF", "French Guiana", "EUR", "America/Cayenne"),
    row("GG", "Guernsey", "GBP", "Europe/Guernsey"),
    row("GH", "Ghana", "GHS", "Africa/Accra"),
    row("GI", "Gibraltar", "GIP", "Europe/Gibraltar"),
    row("GL", "Greenland", "DKK", "America/Nuuk"),
    row("GM", "Gambia", "GMD", "Africa/Banjul"),
    row("GN", "Guinea", "GNF", "Africa/Conakry"),
    row("GP", "Guadeloupe", "EUR", "America/Guadeloupe"),
    row("GQ", "Equatorial Guinea", "XAF", "Africa/Malabo"),
    row("GR", "Greece", "EUR", "Europe/Athens"),
    row(
        "GS",
        "South Georgia and the South Sandwich Islands",
        "GBP",
        "Atlantic/South_Georgia",
    ),
    row("GT", "Guatemala", "GTQ", "America/Guatemala"),
    row("GU", "Guam", "USD", "Pacific/Guam"),
    row("GW", "Guinea-Bissau", "XOF", "Africa/Bissau"),
    row("GY", "Guyana", "GYD", "America/Guyana"),
    row("HK", "Hong Kong", "HKD", "Asia/Hong_Kong"),
    row("HN", "Honduras", "HNL", "America/Tegucigalpa"),
    row("HR", "Croatia", "EUR", "Europe/Zagreb"),
    row("HT", "Haiti", "HTG", "America/Port-au-Prince"),
    row("HU", "Hungary", "HUF", "Europe/Budapest"),
    row("ID", "Indonesia", "IDR", "Asia/Jakarta"),
    row("IE", "Ireland", "EUR", "Europe/Dublin"),
    row("IL", "Israel", "ILS", "Asia/Jerusalem"),
    row("IM", "Isle of Man", "GBP", "Europe/Isle_of_Man"),
    row("IN", "India", "INR", "Asia/Kolkata"),
    row(
        "IO",
        "British Indian Ocean Territory",
        "USD",
        "Indian/Chagos",
    ),
    row("IQ", "Iraq", "IQD", "Asia/Baghdad"),
    row("IR", "Iran", "IRR", "Asia/Tehran"),
    row("IS", "Iceland", "ISK", "Atlantic/Reykjavik"),
    row("IT", "Italy", "EUR", "Europe/Rome"),
    row("JE", "Jersey", "GBP", "Europe/Jersey"),
    row("JM", "Jamaica", "JMD", "America/Jamaica"),
    row("JO", "Jordan", "JOD", "Asia/Amman"),
    row("JP", "Japan", "JPY", "Asia/Tokyo"),
    row("KE", "Kenya", "KES", "Africa/Nairobi"),
    row("KG", "Kyrgyzstan", "KGS", "Asia/Bishkek"),
    row("KH", "Cambodia", "KHR", "Asia/Phnom_Penh"),
    row("KI", "Kiribati", "AUD", "Pacific/Tarawa"),
    row("KM", "Comoros", "KMF", "Indian/Comoro"),
    row("KN", "Saint Kitts and Nevis", "XCD", "America/St_Kitts"),
    row("KP", "North Korea", "KPW", "Asia/Pyongyang"),
    row("KR", "South Korea", "KRW", "Asia/Seoul"),
    row("KW", "Kuwait", "KWD", "Asia/Kuwait"),
    row("KY", "Cayman Islands", "KYD", "America/Cayman"),
    row("KZ", "Kazakhstan", "KZT", "Asia/Almaty"),
    row("LA", "Laos", "LAK", "Asia/Vientiane"),
    row("LB", "Lebanon", "LBP", "Asia/Beirut"),
    row("LC", "Saint Lucia", "XCD", "America/St_Lucia"),
    row("LI", "Liechtenstein", "CHF", "Europe/Vaduz"),
    row("LK", "Sri Lanka", "LKR", "Asia/Colombo"),
    row("LR", "Liberia", "LRD", "Africa/Monrovia"),
    row("LS", "Lesotho", "LSL", "Africa/Maseru"),
    row("LT", "Lithuania", "EUR", "Europe/Vilnius"),
    row("LU", "Luxembourg", "EUR", "Europe/Luxembourg"),
    row("LV", "Latvia", "EUR", "Europe/Riga"),
    row("LY", "Libya", "LYD", "Africa/Tripoli"),
    row("MA", "Morocco", "MAD", "Africa/Casablanca"),
    row("MC", "Monaco", "EUR", "Europe/Monaco"),
    row("MD", "Moldova", "MDL", "Europe/Chisinau"),
    row("ME", "Montenegro", "EUR", "Europe/Podgorica"),
    row("MF", "Saint Martin", "EUR", "America/Marigot"),
    row("MG", "Madagascar", "MGA", "Indian/Antananarivo"),
    row("MH", "Marshall Islands", "USD", "Pacific/Majuro"),
    row("MK", "North Macedonia", "MKD", "Europe/Skopje"),
    row("ML", "Mali", "XOF", "Africa/Bamako"),
    row("MM", "Myanmar", "MMK", "Asia/Yangon"),
    row("MN", "Mongolia", "MNT", "Asia/Ulaanbaatar"),
    row("MO", "Macao", "MOP", "Asia/Macau"),
    row("MP", "Northern Mariana Islands", "USD", "Pacific/Saipan"),
    row("MQ", "Martinique", "EUR", "America/Martinique"),
    row("MR", "Mauritania", "MRU", "Africa/Nouakchott"),
    row("MS", "Montserrat", "XCD", "America/Montserrat"),
    row("MT", "Malta", "EUR", "Europe/Malta"),
    row("MU", "Mauritius", "MUR", "Indian/Mauritius"),
    row("MV", "Maldives", "MVR", "Indian/Maldives"),
    row("MW", "Malawi", "MWK", "Africa/Blantyre"),
    row("MX", "Mexico", "MXN", "America/Mexico_City"),
    row("MY", "Malaysia", "MYR", "Asia/Kuala_Lumpur"),
    row("MZ", "Mozambique", "MZN", "Africa/Maputo"),
    row("NA", "Namibia", "NAD", "Africa/Windhoek"),
    row("NC", "New Caledonia", "XPF", "Pacific/Noumea"),
    row("NE", "Niger", "XOF", "Africa/Niamey"),
    row("NF", "Norfolk Island", "AUD", "Pacific/Norfolk"),
    row("NG", "Nigeria", "NGN", "Africa/Lagos"),
    row("NI", "Nicaragua", "NIO", "America/Managua"),
    row("NL", "Netherlands", "EUR", "Europe/Amsterdam"),
    row("NO", "Norway", "NOK", "Europe/Oslo"),
    row("NP", "Nepal", "NPR", "Asia/Kathmandu"),
    row("NR", "Nauru", "AUD", "Pacific/Nauru"),
    row("NU", "Niue", "NZD", "Pacific/Niue"),
    row("NZ", "New Zealand", "NZD", "Pacific/Auckland"),
    row("OM", "Oman", "OMR", "Asia/Muscat"),
    row("PA", "Panama", "PAB", "America/Panama"),
    row("PE", "Peru", "PEN", "America/Lima"),
    row("PF", "French Polynesia", "XPF", "Pacific/Tahiti"),
    row("PG", "Papua New Guinea", "PGK", "Pacific/Port_Moresby"),
    row("PH", "Philippines", "PHP", "Asia/Manila"),
    row("PK", "Pakistan", "PKR", "Asia/Karachi"),
    row("PL", "Poland", "PLN", "Europe/Warsaw"),
    row("PM", "Saint Pierre and Miquelon", "EUR", "America/Miquelon"),
    row("PN", "Pitcairn", "NZD", "Pacific/Pitcairn"),
    row("PR", "Puerto Rico", "USD", "America/Puerto_Rico"),
    row("PS", "Palestine", "ILS", "Asia/Hebron"),
    row("PT", "Portugal", "EUR", "Europe/Lisbon"),
    row("PW", "Palau", "USD", "Pacific/Palau"),
    row("PY", "Paraguay", "PYG", "America/Asuncion"),
    row("QA", "Qatar", "QAR", "Asia/Qatar"),
    row("RE", "Réunion", "EUR", "Indian/Reunion"),
    row("RO", "Romania", "RON", "Europe/Bucharest"),
    row("RS", "Serbia", "RSD", "Europe/Belgrade"),
    row("RU", "Russia", "RUB", "Europe/Moscow"),
    row("RW", "Rwanda", "RWF", "Africa/Kigali"),
    row("SA", "Saudi Arabia", "SAR", "Asia/Riyadh"),
    row("SB", "Solomon Islands", "SBD", "Pacific/Guadalcanal"),
    row("SC", "Seychelles", "SCR", "Indian/Mahe"),
    row("SD", "Sudan", "SDG", "Africa/Khartoum"),
    row("SE", "Sweden", "SEK", "Europe/Stockholm"),
    row("SG", "Singapore", "SGD", "Asia/Singapore"),
    row("SH", "Saint Helena", "SHP", "Atlantic/St_Helena"),
    row("SI", "Slovenia", "EUR", "Europe/Ljubljana"),
    row("SJ", "Svalbard and Jan Mayen", "NOK", "Arctic/Longyearbyen"),
    row("SK", "Slovakia", "EUR", "Europe/Bratislava"),
    row("SL", "Sierra Leone", "SLE", "Africa/Freetown"),
    row("SM", "San Marino", "EUR", "Europe/San_Marino"),
    row("SN", "Senegal", "XOF", "Africa/Dakar"),
    row("SO", "Somalia", "SOS", "Africa/Mogadishu"),
    row("SR", "Suriname", "SRD", "America/Paramaribo"),
    row("SS", "South Sudan", "SSP", "Africa/Juba"),
    row("ST", "São Tomé and Príncipe", "STN", "Africa/Sao_Tome"),
    row("SV", "El Salvador", "USD", "America/El_Salvador"),
    row("SX", "Sint Maarten", "ANG", "America/Lower_Princes"),
    row("SY", "Syria", "SYP", "Asia/Damascus"),
    row("SZ", "Eswatini", "SZL", "Africa/Mbabane"),
    row(
        "TC",
        "Turks and Caicos Islands",
        "USD",
        "America/Grand_Turk",
    ),
    row("TD", "Chad", "XAF", "Africa/Ndjamena"),
    row(
        "TF",
        "French Southern Territories",
        "EUR",
        "Indian/Kerguelen",
    ),
    row("TG", "Togo", "XOF", "Africa/Lome"),
    row("TH", "Thailand", "THB", "Asia/Bangkok"),
    row("TJ", "Tajikistan", "TJS", "Asia/Dushanbe"),
    row("TK", "Tokelau", "NZD", "Pacific/Fakaofo"),
    row("TL", "Timor-Leste", "USD", "Asia/Dili"),
    row("TM", "Turkmenistan", "TMT", "Asia/Ashgabat"),
    row("TN", "Tunisia", "TND", "Africa/Tunis"),
    row("TO", "Tonga", "TOP", "Pacific/Tongatapu"),
    row("TR", "Türkiye", "TRY", "Europe/Istanbul"),
    row("TT", "Trinidad and Tobago", "TTD", "America/Port_of_Spain"),
    row("TV", "Tuvalu", "AUD", "Pacific/Funafuti"),
    row("TW", "Taiwan", "TWD", "Asia/Taipei"),
    row("TZ", "Tanzania", "TZS", "Africa/Dar_es_Salaam"),
    row("UA", "Ukraine", "UAH", "Europe/Kyiv"),
    row("UG", "Uganda", "UGX", "Africa/Kampala"),
    row("US", "United States", "USD", "America/New_York"),
    row("UY", "Uruguay", "UYU", "America/Montevideo"),
    row("UZ", "Uzbekistan", "UZS", "Asia/Tashkent"),
    row("VA", "Vatican City", "EUR", "Europe/Vatican"),
    row(
        "VC",
        "Saint Vincent and the Grenadines",
        "XCD",
        "America/St_Vincent",
    ),
    row("VE", "Venezuela", "VES", "America/Caracas"),
    row("VG", "British Virgin Islands", "USD", "America/Tortola"),
    row("VI", "US Virgin Islands", "USD", "America/St_Thomas"),
    row("VN", "Vietnam", "VND", "Asia/Ho_Chi_Minh"),
    row("VU", "Vanuatu", "VUV", "Pacific/Efate"),
    row("WF", "Wallis and Futuna", "XPF", "Pacific/Wallis"),
    row("WS", "Samoa", "WST", "Pacific/Apia"),
    row("XK", "Kosovo", "EUR", "Europe/Belgrade"),
    row("YE", "Yemen", "YER", "Asia/Aden"),
    row("YT", "Mayotte", "EUR", "Indian/Mayotte"),
    row("ZA", "South Africa", "ZAR", "Africa/Johannesburg"),
    row("ZM", "Zambia", "ZMW", "Africa/Lusaka"),
    row("ZW", "Zimbabwe", "ZWG", "Africa/Harare"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::businesses::currency;

    #[test]
    fn every_country_has_a_known_currency_and_zone() {
        for country in countries() {
            assert!(currency(country.currency).is_some(), "{}", country.code);
            assert!(
                jiff::tz::TimeZone::get(country.time_zone).is_ok(),
                "{}",
                country.code
            );
        }
    }
}
