// The picture an app scans to take a second factor over.

type DrawnCodeProps = { code: { size: number; path: string }; label: string };

/** Black on white whatever the colours around: cameras want it so. */
export function DrawnCode({ code, label }: DrawnCodeProps) {
  return (
    <svg viewBox={`0 0 ${code.size} ${code.size}`} width={208} height={208} role="img" aria-label={label}>
      <rect width={code.size} height={code.size} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  );
}
