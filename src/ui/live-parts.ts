export { LiveCombobox } from './live-combobox.tsx'
export { LiveMultiCombobox } from './live-multi-combobox.tsx'
