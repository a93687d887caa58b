export { cleanLine, cleanText } from '@/lib/core/clean-text';
