/** Words that nothing in the public schema may be called by, each with what it would give away. */
export const privateWords: Readonly<Record<string, string>> = {
  name: "names of units and parties are often a home-owner's name",
  owner: 'who owns a system is between the owner and the PTS',
  holder: 'who holds an asset shows whose certificates they are',
  organisation: 'parties have names and are persons in part',
  account: 'accounts are parties, at the PTS and at the GIS',
  representative: 'who reports for whom is a private contract',
  installer: 'a business relation that nobody agreed to publish',
  street: 'with the number it is a home',
  address: 'a home, or a way to write to somebody',
  email: 'a way to write to somebody',
  evidence: 'contracts are cited there',
  reason: 'free text may name a person',
  credential: 'a way in',
  secret: 'a way in',
  label: 'free text of whoever made a credential or a meter',
  serial: 'identifies a device, or a certificate and so its owner',
  gis: 'leads to the account of a party at the GIS',
  role: 'ties a party to a system',
  roles: 'ties parties to a system',
  meters: 'devices in homes',
  readings: "a home's habits, month by month",
  ledger: 'whose certificates they are',
};

/** Fields of the public schema that are called by such a word all the same, each with why. */
export const publishedAllTheSame: Readonly<Record<string, string>> = {
  'PublicQualifiedUnit.gisId': 'a column of the list of qualified units that DOER publishes',
  'PublicQualifiedUnit.installer': 'a column of the list of qualified units that DOER publishes',
  'Query.certificate.serialNumber':
    'whoever looks a certificate up has its number; what it tells is nothing of its owner',
  'PublicCertificate.serialNumber': 'the number that was asked for',
  'PublicCertificate.gisId': 'the asset, withheld where it would tell of a person; DOER publishes it of every unit',
  'PublicProvenance.gisReportSha256': 'a hash of a file, of all assets together',
  'PublicPtsSystem.installer': 'a column of the file of PTS systems that the programme publishes',
};

/** Types of the schema for accounts that the public schema may lead to, beside scalars and enums. */
export const sharedTypes: Readonly<Record<string, string>> = {
  CalendarEvent: "the programme's calendar, the same for everybody",
  PageInfo: 'where a page ends',
  ProgramDocument: 'what the programme publishes for everybody',
  ProgramDocumentVersion: 'a version of it',
  ReportingWindow: 'the calendar, the same for everybody',
  RuleTable: 'regulation, public by nature',
  RuleRow: 'one figure of it',
};
