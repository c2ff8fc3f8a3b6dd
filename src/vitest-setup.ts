/** Node 20 has no Temporal; browsers of today have. */
if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
