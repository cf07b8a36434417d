import { NumberInput } from '@mantine/core';

interface ShareFieldProps {
  label: string;
  /** 0 to 1; people read and write percents. */
  share: number;
  onChange: (share: number) => void;
}

export function ShareField({ label, share, onChange }: ShareFieldProps) {
  return (
    <NumberInput
      label={label}
      suffix=" %"
      min={0}
      max={100}
      decimalScale={2}
      value={Number((share * 100).toFixed(2))}
      onChange={(percent) => onChange(Number(percent) / 100)}
    />
  );
}
