/** How large a certificate may be, in bytes. What is larger is said by the page: no call would take it. */
export const mostCertificateBytes = 25 * 1024 * 1024;
