// A feature would know addresses.
export { Link } from 'react-router'
