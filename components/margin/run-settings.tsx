import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { RUN_DETAILS, type RunParameters } from '@/lib/margin/impact/run-parameters';
import { type ChoiceName, DETAIL_TEXTS, PARAMETER_TEXTS } from './parameter-names';

/** A parameter set that an analysis can name. */
export interface ParameterSetChoice {
  readonly id: string;
  readonly label: string;
  /** Why no run may use it; null where one may. */
  readonly unusable: string | null;
}

interface RunSettingsProps {
  parameters: RunParameters;
  /** Percent, as typed. */
  funding: string;
  simmPacks: readonly ParameterSetChoice[];
  scanParameters: readonly ParameterSetChoice[];
  /** Whether the chosen portfolio has P&L vectors; null while none is chosen. */
  hasPnl: boolean | null;
  errors: Readonly<Record<string, string>>;
  onChange: (parameters: RunParameters) => void;
  onFunding: (text: string) => void;
}

const NONE = 'none';
const LOSS_DAYS = [1, 2, 5, 10, 20] as const;

/** The settings of a run beside its frameworks: elections, details, the cost of funding and the parameter sets. */
export function RunSettings(props: RunSettingsProps) {
  const { parameters, funding, simmPacks, scanParameters, hasPnl, errors, onChange, onFunding } = props;
  const setOptions = (sets: readonly ParameterSetChoice[]) => [
    { value: NONE, label: 'None' },
    ...sets.map(({ id, label, unusable }) => ({ value: id, label, hint: unusable ?? undefined })),
  ];
  return (
    <>
      <fieldset className="grid gap-4 md:grid-cols-3">
        <legend className="mb-1 font-medium text-sm">Parameters</legend>
        {(Object.keys(PARAMETER_TEXTS) as ChoiceName[]).map((key) => (
          <Field key={key} label={PARAMETER_TEXTS[key].label} hint={PARAMETER_TEXTS[key].hint} error={errors[key]}>
            <Select
              value={parameters[key]}
              onChange={(value) => onChange({ ...parameters, [key]: value })}
              options={Object.entries(PARAMETER_TEXTS[key].values).map(([value, label]) => ({ value, label }))}
            />
          </Field>
        ))}
      </fieldset>
      <div className="grid gap-4 md:grid-cols-3">
        <Field
          label="SIMM pack"
          error={errors.simmPack}
          hint={simmPacks.length === 0 ? 'None is loaded: an administrator loads one under Settings, Parameters.' : 'For legs by SIMM.'}
        >
          <Select
            value={parameters.simmPack ?? NONE}
            onChange={(id) => onChange({ ...parameters, simmPack: id === NONE ? null : id })}
            options={setOptions(simmPacks)}
          />
        </Field>
        <Field
          label="Scan parameters"
          error={errors.scanParameters}
          hint={scanParameters.length === 0 ? 'None are loaded.' : 'For legs by the scenario scan.'}
        >
          <Select
            value={parameters.scanParameters ?? NONE}
            onChange={(id) => onChange({ ...parameters, scanParameters: id === NONE ? null : id })}
            options={setOptions(scanParameters)}
          />
        </Field>
        <Field label="Cost of funding, % a year" error={errors.fundingRate} hint="Empty: it is not computed.">
          <TextInput inputMode="decimal" value={funding} placeholder="e.g. 5.25" onChange={(event) => onFunding(event.target.value)} />
        </Field>
      </div>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-medium text-sm">Computed beside totals and differences</legend>
        {RUN_DETAILS.map((detail) => (
          <Checkbox
            key={detail}
            label={DETAIL_TEXTS[detail].label}
            hint={
              <>
                {DETAIL_TEXTS[detail].cost}
                {detail === 'adequacy' && hasPnl === false ? (
                  <strong className="font-medium text-amber"> This portfolio has no P&L, so there would be none.</strong>
                ) : null}
              </>
            }
            checked={parameters.details.includes(detail)}
            onChange={(checked) =>
              onChange({
                ...parameters,
                details: RUN_DETAILS.filter((one) => (one === detail ? checked : parameters.details.includes(one))),
              })
            }
          />
        ))}
        {parameters.details.includes('adequacy') ? (
          <Field
            label="Losses run over"
            error={errors.lossDays}
            hint="What a requirement is held against. Models for uncleared swaps cover ten days; scenarios that are no days are taken one by one."
            className="max-w-72"
          >
            <Select
              value={String(parameters.lossDays)}
              onChange={(days) => onChange({ ...parameters, lossDays: Number(days) })}
              options={LOSS_DAYS.map((days) => ({ value: String(days), label: days === 1 ? '1 day' : `${days} days` }))}
            />
          </Field>
        ) : null}
        {errors.details ? <p className="text-red text-sm">{errors.details}</p> : null}
      </fieldset>
    </>
  );
}
