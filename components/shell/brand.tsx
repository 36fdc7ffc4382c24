/** Three ruled lines on green: a page of a well-kept register. */
export function Brand({ label, href }: { label: string; href: string }) {
  return (
    <a className="brand" href={href}>
      <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
        <rect width="22" height="22" rx="5" fill="#0b6355" />
        <path d="M0 4h22M0 10h22M0 16h22" stroke="#faf8f3" strokeWidth="2" />
      </svg>
      {label}
    </a>
  );
}
