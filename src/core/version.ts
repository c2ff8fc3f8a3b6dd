/** The version of package.json, for receipts and `--version`; a test keeps the two equal. */
export const version = '0.1.0'
