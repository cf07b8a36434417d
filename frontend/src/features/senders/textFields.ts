/** For each text field of a form what its input needs, with what is wrong with it. */
export const textFields =
  <N extends string, F extends { [name in N]?: string | null }>(
    form: F,
    onChange: (form: F) => void,
    fault: (name: N) => string | undefined,
  ) =>
  (name: N) => ({
    value: form[name] ?? '',
    error: fault(name),
    onChange: (e: { currentTarget: { value: string } }) => onChange({ ...form, [name]: e.currentTarget.value }),
  });
