/** What the synthetic year asks of the API. */
export const submitReadings = /* GraphQL */ `
  mutation SubmitSyntheticReadings($input: SubmitReadingsInput!, $key: String!) {
    submitReadings(input: $input, idempotencyKey: $key) {
      accepted superseded duplicates refused replayed
      outcomes { status code estimated flags }
    }
  }`;

export interface SubmittedReadings {
  readonly submitReadings: {
    readonly accepted: number;
    readonly superseded: number;
    readonly duplicates: number;
    readonly refused: number;
    readonly replayed: boolean;
    readonly outcomes: readonly {
      readonly status: string;
      readonly code: string | null;
      readonly estimated: boolean;
      readonly flags: readonly string[];
    }[];
  };
}

export const replaceMeter = /* GraphQL */ `
  mutation ReplaceSyntheticMeter($input: ReplaceMeterInput!, $key: String!) {
    replaceMeter(input: $input, idempotencyKey: $key) { replayed }
  }`;

export const issueQuarter = /* GraphQL */ `
  mutation IssueSyntheticQuarter($input: QuarterInput!, $key: String!) {
    issueQuarter(input: $input, idempotencyKey: $key) {
      quarter replayed
      totals { assets issuances productionKwh reportedMwh eligibleMwh certificates }
    }
  }`;

export const reportQuarter = /* GraphQL */ `
  mutation ReportSyntheticQuarter($input: QuarterInput!, $key: String!) {
    reportQuarter(input: $input, idempotencyKey: $key) { quarter lineCount sha256 }
  }`;

export interface IssuedQuarter {
  readonly issueQuarter: {
    readonly quarter: string;
    readonly replayed: boolean;
    readonly totals: {
      readonly assets: number;
      readonly issuances: number;
      readonly productionKwh: string;
      readonly reportedMwh: string;
      readonly eligibleMwh: string;
      readonly certificates: number;
    };
  };
}

export interface ReportedQuarter {
  readonly reportQuarter: { readonly quarter: string; readonly lineCount: number; readonly sha256: string };
}

export const quarterStatus = /* GraphQL */ `
  query SyntheticQuarterStatus($quarter: Quarter!) { quarterIssuance(quarter: $quarter) { status } }`;

export interface QuarterStatus {
  readonly quarterIssuance: { readonly status: string };
}

export const clock = /* GraphQL */ `query SyntheticClock { clock { now movable } }`;

export interface ClockNow {
  readonly clock: { readonly now: string; readonly movable: boolean };
}

export const setClock = /* GraphQL */ `
  mutation SetSyntheticClock($input: SetClockInput!, $key: String!) {
    setClock(input: $input, idempotencyKey: $key) { now }
  }`;
