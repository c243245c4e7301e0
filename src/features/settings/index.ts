/**
 * What a reader may choose, as controls: a button, and the settings it opens, which are loaded when
 * somebody asks for them. It says what was chosen; keeping it and showing it is for others.
 */
export { SettingsButton } from './SettingsButton.tsx'
export type { SettingsHandle, SettingsProps } from './SettingsButton.tsx'
